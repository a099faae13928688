package org.claimtrail.shared.database;

import java.sql.BatchUpdateException;
import java.sql.Connection;
import java.sql.JDBCType;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A statement that changes rows, with its values. */
record Write(String sql, @Nullable Object[] values) {

    /** A driver takes only so many values with one statement (32,767). */
    private static final int AT_ONCE = 100;

    /** As {@code idle_in_transaction_session_timeout}, which would have ended it. */
    private static final Duration OLDEST = Duration.ofSeconds(10);

    static final String RESOLUTION_UNKNOWN = "08007";
    private static final String STOOD_STILL = "25P03";
    static final String CANCELED = "57014";

    /** Data, constraints, a transaction that was ended before, conflicts, statements, limits, locks. */
    private static final List<String> ANSWERS = List.of("22", "23", "25", "40", "42", "44", "54", "55");

    private static final List<String> CONFLICTS = List.of("23", "40", "55");

    static final String INSERT = "insert ";
    private static final Pattern NEW_ROW = Pattern.compile("(insert .*) values \\((.*)\\)");
    private static final Pattern CHANGE = Pattern.compile("(update .*) where (.*)");
    private static final Map<String, String> BEHIND_LOCK = new ConcurrentHashMap<>();
    private static final Write COMMIT = new Write("commit", new Object[0]);

    /** Sends statements in their order, but rows next to each other in any; together, where the database takes several for one. */
    static void send(Connection connection, List<Write> writes, boolean together) throws SQLException {
        int most = together ? AT_ONCE : 1;
        for (int from = 0; from < writes.size(); from += most) {
            List<Write> next = writes.subList(from, Math.min(writes.size(), from + most));
            execute(connection, text(next), next);
        }
    }

    /** Whether a database that takes several statements for one would get them all at once. */
    static boolean isOneMessage(List<Write> writes) {
        return writes.size() <= AT_ONCE;
    }

    /** Whether they are one statement, which can be sent once for several lists of rows. */
    static boolean isOneStatement(List<Write> writes) {
        return isOneMessage(writes) && writes.stream().allMatch(write -> write.sql.startsWith(INSERT));
    }

    /**
     * One statement that locks a row and then does all of the others, or nothing where that row is not there. It fails at once
     * (SQLSTATE 55P03) where somebody else holds that lock, so that it holds up nobody it is sent with. The others see what
     * was there before the lock, and nothing of each other: each works on rows of its own.
     *
     * @param lock a selection for update
     * @param writes that each change or add one row; the last one adds
     * @throws IllegalArgumentException for what cannot be made to follow a lock
     */
    static Write held(Write lock, List<Write> writes) {
        List<@Nullable Object> values = new ArrayList<>(Arrays.asList(lock.values));
        StringBuilder sql = new StringBuilder("with held as materialized (")
                .append(lock.sql)
                .append(" nowait)");
        int last = writes.size() - 1;
        if (!writes.get(last).sql.startsWith(INSERT)) {
            throw new IllegalArgumentException("the last one tells whether all was done: " + writes.get(last).sql);
        }
        for (int i = 0; i <= last; i++) {
            String behind = BEHIND_LOCK.computeIfAbsent(writes.get(i).sql, Write::behindLock);
            sql.append(i == last ? " " + behind : ", w" + i + " as (" + behind + ")");
            values.addAll(Arrays.asList(writes.get(i).values));
        }
        return new Write(sql.toString(), values.toArray());
    }

    private static String behindLock(String sql) {
        Matcher row = NEW_ROW.matcher(sql);
        Matcher change = CHANGE.matcher(sql);
        if (row.matches()) {
            return row.group(1) + " select " + row.group(2) + " from held";
        } else if (change.matches()) {
            return change.group(1) + " from held where " + change.group(2);
        }
        throw new IllegalArgumentException("not to be done behind a lock: " + sql);
    }

    /**
     * Sends what is {@linkplain #isOneMessage one message}, on a connection without a transaction: PostgreSQL does the
     * statements of a message all or not at all ("Pipelining" in its description of the protocol).
     *
     * @throws SQLException with the state 08007, transaction resolution unknown, when there was no answer
     */
    static void sendWhole(Connection connection, List<Write> writes) throws SQLException {
        sendWhole(connection, text(writes), List.of(writes));
    }

    /**
     * The same for several lists that are one {@linkplain #text text}; where they are more than one,
     * {@linkplain #isOneStatement one statement} and at most {@link Batches#MOST}. The driver sends a batch as one message.
     *
     * @return for each how many rows it wrote, of those that its statement ends with
     */
    static int[] sendWhole(Connection connection, String text, List<List<Write>> lists) throws SQLException {
        try {
            return lists.size() == 1
                    ? new int[] {execute(connection, text, lists.get(0))}
                    : executeBatch(connection, text, lists);
        } catch (SQLException e) {
            SQLException cause = withoutValues(e);
            throw isAnswer(e) ? cause : new SQLException("the rows may have been written", RESOLUTION_UNKNOWN, cause);
        }
    }

    /** Of a batch the driver says with which values it failed; they belong into no log. */
    static SQLException withoutValues(SQLException failure) {
        if (!(failure instanceof BatchUpdateException)) {
            return failure;
        }
        return failure.getCause() instanceof SQLException cause
                ? cause
                : new SQLException("the batch failed", failure.getSQLState());
    }

    /** For a batch, in which all have to lock in one order: by what is locked first. */
    String order() {
        return String.valueOf(values[0]);
    }

    /** Bytes that it sends, about. */
    int size() {
        int size = 0;
        for (Object value : values) {
            if (value instanceof byte[] bytes) {
                size += bytes.length;
            } else if (value instanceof String text) {
                size += text.length();
            }
        }
        return size;
    }

    /**
     * As {@link #sendWhole(Connection, List)} with the end of the connection's transaction, which its COMMIT later finds done.
     *
     * @throws SQLException as that
     */
    static void sendLast(Connection connection, List<Write> writes) throws SQLException {
        List<Write> all = new ArrayList<>(writes);
        all.add(COMMIT);
        sendWhole(connection, all);
    }

    /**
     * Refuses what a transaction writes that the server does not know of yet.
     *
     * @param since when it began, by {@link System#nanoTime}: of a process that stood still the server would have ended
     *     one that it had begun itself, and what was recorded then must not appear now
     * @throws SQLException with the state 25P03, as the server
     */
    static void requireYoung(long since) throws SQLException {
        if (System.nanoTime() - since > OLDEST.toNanos()) {
            throw new SQLException("what these rows go by was asked too long ago", STOOD_STILL);
        }
    }

    /** Whether the server has said that the statements failed, and lives; of anything else nobody knows. */
    static boolean isAnswer(SQLException failure) {
        String state = String.valueOf(failure.getSQLState());
        return state.equals(CANCELED) || ANSWERS.stream().anyMatch(state::startsWith);
    }

    /** Whether the server has said that somebody else was before it: a constraint, a conflict, a lock. */
    static boolean isConflict(SQLException failure) {
        String state = String.valueOf(failure.getSQLState());
        return CONFLICTS.stream().anyMatch(state::startsWith);
    }

    private static int execute(Connection connection, String text, List<Write> writes) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(text)) {
            bindAll(statement, writes);
            return statement.executeUpdate();
        }
    }

    private static int[] executeBatch(Connection connection, String text, List<List<Write>> lists) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(text)) {
            for (List<Write> writes : lists) {
                bindAll(statement, writes);
                statement.addBatch();
            }
            return statement.executeBatch();
        }
    }

    private static void bindAll(PreparedStatement statement, List<Write> writes) throws SQLException {
        int next = 1;
        for (Write write : writes) {
            next = bind(statement, next, write.values);
        }
    }

    /**
     * Several statements for one. New rows that follow each other are one statement, which costs the database less: it adds
     * them all and then looks at what they refer to.
     */
    static String text(List<Write> writes) {
        List<String> statements = new ArrayList<>();
        List<String> rows = new ArrayList<>();
        for (Write write : writes) {
            if (write.sql.startsWith(INSERT)) {
                rows.add(write.sql);
            } else {
                addJoined(rows, statements);
                rows.clear();
                statements.add(write.sql);
            }
        }
        addJoined(rows, statements);
        return String.join(";", statements);
    }

    private static void addJoined(List<String> rows, List<String> statements) {
        if (rows.isEmpty()) {
            return;
        }
        int last = rows.size() - 1;
        StringBuilder joined = new StringBuilder();
        for (int i = 0; i < last; i++) {
            joined.append(i == 0 ? "with " : ", ")
                    .append('w')
                    .append(i)
                    .append(" as (")
                    .append(rows.get(i))
                    .append(") ");
        }
        statements.add(joined.append(rows.get(last)).toString());
    }

    /** Sets values from a place on, and gives the place behind them. */
    static int bind(PreparedStatement statement, int from, @Nullable Object... values) throws SQLException {
        int place = from;
        for (Object value : values) {
            if (value == null) {
                // With its type: another one than the last time, and PostgreSQL would have to plan anew.
                statement.setNull(place++, Types.VARCHAR);
            } else if (value instanceof JDBCType nothing) {
                statement.setNull(place++, nothing.getVendorTypeNumber());
            } else if (value instanceof Instant instant) {
                statement.setObject(place++, instant.atOffset(ZoneOffset.UTC));
            } else {
                statement.setObject(place++, value);
            }
        }
        return place;
    }
}
