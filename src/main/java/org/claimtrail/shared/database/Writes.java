package org.claimtrail.shared.database;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a transaction writes, kept until somebody reads in it, or it commits, and then sent together: to PostgreSQL in one
 * journey instead of one for each row. Hibernate's own statements, too, find what was written before them
 * ({@link WritesFirst}).
 *
 * <p>A transaction that neither locks anything (but {@linkplain LateLocks late}) nor works through Hibernate needs no connection of its own on PostgreSQL until
 * it is over. Questions are asked beside it, each seeing what is committed, as they would in it; and all its rows go in one
 * message, which PostgreSQL takes whole or not at all. Those who do the same at the same time do it {@link Together}. Anything
 * else ties it to a connection, with a beginning and a commit, which then goes with the last rows.
 */
@ApplicationScoped
public class Writes {

    /** Serialization failure, as the standard has it. */
    private static final String CONFLICT = "40001";

    private final Connections connections;
    private final Together together;
    private final DatabaseKind kind;
    private final Turn turn;
    private final TransactionSynchronizationRegistry transaction;

    Writes(
            Connections connections,
            Together together,
            DatabaseKind kind,
            Turn turn,
            TransactionSynchronizationRegistry transaction) {
        this.connections = connections;
        this.together = together;
        this.kind = kind;
        this.turn = turn;
        this.transaction = transaction;
    }

    /**
     * Writes a row, or changes some, by the end of the transaction at the latest. What the database says against it, the
     * commit reports as a {@link DatabaseRefusal}, or whoever reads before that.
     *
     * @param sql one that returns nothing, always the same text for the same kind of row
     * @param values of its parameters; null stands for a text that is not there, a type for another value of it that is not
     */
    public void add(String sql, @Nullable Object... values) {
        current().orElseThrow().add(new Write(sql, values));
    }

    /** Sends what was written so far, since somebody else works on the transaction's connection now. */
    void tie() {
        current().ifPresent(Unit::tie);
    }

    /**
     * The rows that a query finds, in the caller's transaction if there is one.
     *
     * @param sql always the same text for the same question
     */
    public <T> List<T> read(String sql, Row<T> row, Object... values) {
        Query<T> query = new Query<>(sql, row, values);
        ask(query);
        return query.all();
    }

    /**
     * Asks several questions in one journey, in their order: the second sees what was committed while the first, which
     * may lock a row, was waiting.
     */
    public void ask(Query<?>... queries) {
        ask(List.of(queries));
    }

    /** The same. */
    public void ask(List<Query<?>> queries) {
        Optional<Unit> unit = current();
        boolean isLate = unit.isPresent() && unit.get().isLate();
        List<Query<?>> asked = isLate ? unit.get().postponeLock(queries) : queries;
        if (unit.isPresent()
                && (kind.isEmbedded()
                        || unit.get().hasWritten()
                        || asked.stream().anyMatch(Query::locks))) {
            unit.get().tie();
        }
        boolean isFree = unit.isEmpty() || !unit.get().tied;
        try {
            if (isFree && !kind.isEmbedded() && goesWithOthers(asked, isLate)) {
                together.ask(asked);
            } else if (isFree) {
                connections.beside(connection -> ask(connection, asked));
            } else {
                connections.with(connection -> ask(connection, asked));
            }
        } catch (SQLException e) {
            throw new DatabaseRefusal(e);
        }
    }

    private static boolean goesWithOthers(List<Query<?>> queries, boolean isLate) {
        return isLate
                ? queries.stream().allMatch(Query::goesWithOthers)
                : queries.size() == 1 && queries.get(0).isCommon();
    }

    /** The caller's transaction, which has just begun, takes a lock with its rows, and others are not to know of it before. */
    void lockLate(LateLocks.Attempt attempt) {
        current().orElseThrow().attempt = attempt;
    }

    private void ask(Connection connection, List<Query<?>> queries) throws SQLException {
        if (kind.isEmbedded()) {
            for (Query<?> query : queries) {
                askAtOnce(connection, List.of(query));
            }
        } else {
            askAtOnce(connection, queries);
        }
    }

    static void askAtOnce(Connection connection, List<Query<?>> queries) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(Query.text(queries))) {
            int next = 1;
            for (Query<?> query : queries) {
                next = query.bind(select, next);
            }
            select.execute();
            for (Query<?> query : queries) {
                try (ResultSet rows = select.getResultSet()) {
                    query.take(rows);
                }
                select.getMoreResults();
            }
        }
    }

    /** What belongs to the caller's transaction, if there is one. */
    private Optional<Unit> current() {
        if (transaction.getTransactionStatus() == Status.STATUS_NO_TRANSACTION) {
            return Optional.empty();
        }
        if (transaction.getResource(Writes.class) instanceof Unit unit) {
            return Optional.of(unit);
        }
        Unit unit = new Unit();
        transaction.putResource(Writes.class, unit);
        return Optional.of(unit);
    }

    /** One transaction. */
    private final class Unit implements Synchronization {

        private final long since = System.nanoTime();
        private List<Write> waiting = new ArrayList<>();
        private boolean registered;
        private boolean tied;
        private boolean isOver;
        private boolean inTurn;

        /** For a {@linkplain LateLocks late lock}: while the transaction has no connection. */
        private LateLocks.@Nullable Attempt attempt;

        private @Nullable Write lateLock;

        boolean isLate() {
            return attempt != null;
        }

        /** The questions without the one that locks, which goes with the rows. */
        List<Query<?>> postponeLock(List<Query<?>> queries) {
            List<Query<?>> rest = new ArrayList<>();
            for (Query<?> query : queries) {
                if (query.locks()) {
                    requireNoLateLock();
                    lateLock = query.lock();
                } else {
                    rest.add(query);
                }
            }
            return rest;
        }

        /** What has asked for a lock and not got it cannot go on in a way that needs it. */
        private void requireNoLateLock() {
            if (lateLock != null) {
                throw refused(overtaken(new SQLException("a lock is needed now", CONFLICT)));
            }
        }

        private SQLException overtaken(SQLException failure) {
            if (attempt != null && Write.isConflict(failure)) {
                attempt.overtaken();
            }
            return failure;
        }

        void add(Write write) {
            requireGoingOn();
            if (!registered) {
                registered = true;
                transaction.registerInterposedSynchronization(this);
            }
            waiting.add(write);
        }

        /** What came after the rows were there for good would not be one with them. */
        private void requireGoingOn() {
            if (isOver) {
                throw new IllegalStateException("the transaction has written what it writes");
            }
        }

        boolean hasWritten() {
            return !waiting.isEmpty();
        }

        void tie() {
            requireGoingOn();
            requireNoLateLock();
            attempt = null;
            if (!tied && !kind.isEmbedded()) {
                requireYoung(); // from now on the server looks at it
            }
            tied = true;
            send();
        }

        private void requireYoung() {
            try {
                Write.requireYoung(since);
            } catch (SQLException e) {
                throw refused(e);
            }
        }

        /** Whoever catches it must not commit half of it, nor answer that it was done. */
        private DatabaseRefusal refused(SQLException failure) {
            transaction.setRollbackOnly();
            return new DatabaseRefusal(failure);
        }

        private void send() {
            if (waiting.isEmpty()) {
                return;
            }
            List<Write> sent = takeWaiting();
            try {
                connections.with(connection -> {
                    takeTurn();
                    Write.send(connection, sent, !kind.isEmbedded());
                });
            } catch (SQLException e) {
                throw refused(e);
            }
        }

        private List<Write> takeWaiting() {
            List<Write> taken = waiting;
            waiting = new ArrayList<>();
            return taken;
        }

        private void takeTurn() throws SQLException {
            if (!inTurn) {
                turn.take();
                inTurn = true;
            }
        }

        /**
         * Hibernate has written what it does: it registers with the transaction itself, and whoever does is asked before this
         * ({@code registerInterposedSynchronization} in the specification of Jakarta Transactions).
         */
        @Override
        public void beforeCompletion() {
            if (kind.isEmbedded() || !Write.isOneMessage(waiting)) {
                tie();
            } else if (hasWritten() && !transaction.getRollbackOnly()) {
                sendWhole();
            }
        }

        /** All that is left at once, for good: in a transaction of its own, or with the end of the one it is tied to. */
        private void sendWhole() {
            isOver = true;
            List<Write> sent = takeWaiting();
            try {
                if (tied) {
                    connections.with(connection -> Write.sendLast(connection, sent));
                } else if (lateLock == null) {
                    together.send(sent, since);
                } else if (!together.send(lateLock, sent, since)) {
                    throw new SQLException("what was to be locked is not there", CONFLICT);
                }
            } catch (SQLException e) {
                throw refused(overtaken(e));
            }
        }

        @Override
        public void afterCompletion(int status) {
            if (inTurn) {
                inTurn = false;
                turn.give();
            }
        }
    }
}
