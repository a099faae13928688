package org.claimtrail.shared.database;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What several clients ask and write at the same time, in one journey to PostgreSQL and one commit for all of them. Each is
 * answered when it is durable, as if alone.
 */
@ApplicationScoped
class Together {

    /** Many times what a journey takes, and no time that somebody would notice. */
    private static final Duration PATIENCE = Duration.ofMillis(100);

    /** As long as anybody is kept waiting for an answer: a database that stands still holds no threads but those with a connection. */
    private static final Duration END = Duration.ofSeconds(10);

    /** Bytes that an answer counts, where somebody asks several questions: far fewer of those go together. */
    private static final int ANSWER = 512;

    private final Batches<Unsent> rows = new Batches<>(new RowJourney(), PATIENCE, END);
    private final Batches<List<Query<?>>> questions = new Batches<>(new QuestionJourney(), PATIENCE, END);
    private final Map<String, String> joined = new ConcurrentHashMap<>();
    private final Connections connections;

    Together(Connections connections) {
        this.connections = connections;
    }

    /**
     * Writes rows for good, all of them or none.
     *
     * @param writes at most as many as go in {@linkplain Write#isOneMessage one message}
     * @param since as for {@link Write#requireYoung}
     * @throws SQLException as {@link Write#sendWhole} and {@link Write#requireYoung}
     */
    void send(List<Write> writes, long since) throws SQLException {
        Unsent job = new Unsent(Write.text(writes), writes, since);
        if (Write.isOneStatement(writes)) {
            rows.go(job.text, job);
        } else {
            send(List.of(job));
        }
    }

    /**
     * The same behind a lock that is taken with them ({@link Write#held}).
     *
     * @return false when what the lock is on is not there, and nothing was written
     */
    boolean sendHeld(Write lock, List<Write> writes, long since) throws SQLException {
        Write held = Write.held(lock, writes);
        Unsent job = new Unsent(held.sql(), List.of(held), since);
        rows.go(job.text, job);
        return job.written > 0;
    }

    private void send(List<Unsent> jobs) throws SQLException {
        // Whoever locks several of the rows that these change does it in the same order.
        List<Unsent> batch =
                jobs.stream().sorted(Comparator.comparing(Unsent::order)).toList();
        connections.beside(connection -> {
            for (Unsent one : batch) {
                Write.requireYoung(one.since);
            }
            int[] written = Write.sendWhole(
                    connection,
                    batch.get(0).text,
                    batch.stream().map(one -> one.writes).toList());
            for (int i = 0; i < written.length; i++) {
                batch.get(i).written = written[i];
            }
        });
    }

    /** Asks what {@linkplain Query#goesWithOthers goes with others}, in its order. */
    void ask(List<Query<?>> queries) throws SQLException {
        questions.go(Query.text(queries), queries);
    }

    private void askAll(List<List<Query<?>>> batch) throws SQLException {
        connections.beside(connection -> {
            if (batch.size() == 1) {
                Writes.askAtOnce(connection, batch.get(0));
            } else {
                askJoined(connection, batch);
            }
        });
    }

    /** Everybody's first question as one statement, everybody's second as another, and so on. */
    private void askJoined(Connection connection, List<List<Query<?>>> batch) throws SQLException {
        List<Query<?>> any = batch.get(0);
        String text = joined.computeIfAbsent(
                Query.text(any), sql -> any.stream().map(Together::joined).collect(Collectors.joining(";")));
        try (PreparedStatement select = connection.prepareStatement(text)) {
            int next = 1;
            for (int i = 0; i < any.size(); i++) {
                List<Query<?>> same = each(batch, i);
                for (int place = 0; place < any.get(i).values(); place++) {
                    select.setObject(next++, texts(same, place));
                }
            }
            select.execute();
            for (int i = 0; i < any.size(); i++) {
                try (ResultSet found = select.getResultSet()) {
                    take(each(batch, i), found);
                }
                select.getMoreResults();
            }
        }
    }

    private static List<Query<?>> each(List<List<Query<?>>> batch, int i) {
        return batch.stream().<Query<?>>map(queries -> queries.get(i)).toList();
    }

    private static void take(List<Query<?>> queries, ResultSet found) throws SQLException {
        queries.forEach(Query::forget);
        int last = found.getMetaData().getColumnCount();
        while (found.next()) {
            queries.get(found.getInt(last) - 1).takeOne(found);
        }
    }

    private static String[] texts(List<Query<?>> batch, int place) {
        return batch.stream().map(query -> query.text(place)).toArray(String[]::new);
    }

    /**
     * The question for each of several lists of values, with the number of the list behind its columns. Of what is selected
     * PostgreSQL cannot tell how many there are, and so does not plan anew for it.
     */
    private static String joined(Query<?> any) {
        String sql = any.sql();
        int values = any.values();
        String[] parts = sql.split("\\?", -1);
        if (parts.length != values + 1) {
            throw new IllegalArgumentException("not as many question marks as values: " + sql);
        }
        StringBuilder question = new StringBuilder(parts[0]);
        for (int i = 1; i <= values; i++) {
            question.append("asked.v").append(i).append(parts[i]);
        }
        String lists = IntStream.rangeClosed(1, values)
                .mapToObj(i -> "(select cast(? as varchar array))")
                .collect(Collectors.joining(", "));
        String names = IntStream.rangeClosed(1, values).mapToObj(i -> "v" + i).collect(Collectors.joining(", "));
        return "select found.*, asked.place from unnest(" + lists + ") with ordinality asked(" + names
                + ", place) cross join lateral (" + question + ") found";
    }

    /** Rows for good. What the database plainly refuses was not done, and may have been one client's alone. */
    private final class RowJourney implements Batches.Journey<Unsent> {

        @Override
        public void go(List<Unsent> batch) throws SQLException {
            send(batch);
        }

        @Override
        public boolean isWorthRepeating(Throwable failure) {
            return failure instanceof SQLException refusal && Write.isAnswer(refusal);
        }

        @Override
        public String stateOfMissing() {
            return Write.RESOLUTION_UNKNOWN;
        }

        @Override
        public int size(Unsent job) {
            return job.writes.stream().mapToInt(Write::size).sum();
        }
    }

    /** Questions, which do nothing and may be asked again, but when there is no connection for any of them. */
    private final class QuestionJourney implements Batches.Journey<List<Query<?>>> {

        @Override
        public void go(List<List<Query<?>>> batch) throws SQLException {
            askAll(batch);
        }

        @Override
        public boolean isWorthRepeating(Throwable failure) {
            return !(failure instanceof SQLException none && none.getSQLState() == null);
        }

        @Override
        public String stateOfMissing() {
            return Write.CANCELED;
        }

        @Override
        public int size(List<Query<?>> job) {
            return (job.size() - 1) * ANSWER;
        }
    }

    /** What one transaction writes. */
    private static final class Unsent {

        private final String text;
        private final List<Write> writes;
        private final long since;

        /** Rows, by whoever went with it, who then tells that it is done. */
        private int written;

        private Unsent(String text, List<Write> writes, long since) {
            this.text = text;
            this.writes = writes;
            this.since = since;
        }

        private String order() {
            return writes.get(0).order();
        }
    }
}
