package org.claimtrail.shared.database;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A question for {@link Writes#ask}, and then what was found. */
public final class Query<T> {

    /** How a statement has a number that comes as a text. */
    private static final String NUMBER = "cast(? as integer)";

    private final String sql;
    private final Row<T> row;
    private final @Nullable Object[] values;
    private final Way way;
    private final List<T> found = new ArrayList<>();

    /** @param sql always the same text for the same question */
    public Query(String sql, Row<T> row, @Nullable Object... values) {
        this(sql, row, Way.PLAIN, values);
    }

    private Query(String sql, Row<T> row, Way way, @Nullable Object... values) {
        if (way != Way.LOCKING && sql.contains(" for update")) {
            throw new IllegalArgumentException("what locks has to say so, or the lock ends with the question: " + sql);
        }
        this.sql = sql;
        this.row = row;
        this.values = values;
        this.way = way;
    }

    /**
     * One that locks what it finds until the caller's transaction is over. Where that takes its lock {@linkplain LateLocks late},
     * it is not asked, and finds nothing.
     */
    public static <T> Query<T> locking(String sql, Row<T> row, @Nullable Object... values) {
        return new Query<>(sql, row, Way.LOCKING, values);
    }

    /**
     * One that many ask at once: they may be asked together. It has a short answer, and no question mark but those of its
     * values.
     *
     * @param values texts; numbers, and arrays of ids, that the statement casts ({@link Rows#WANTED})
     */
    public static <T> Query<T> common(String sql, Row<T> row, Object... values) {
        Query<T> query = new Query<>(sql, row, Way.COMMON, values);
        if (!query.goesWithOthers()) {
            throw new IllegalArgumentException(
                    "only texts and what is cast from texts go with those of others: " + sql);
        }
        return query;
    }

    /** Every row, once it was asked. */
    public List<T> all() {
        return List.copyOf(found);
    }

    /** The first row, once it was asked. */
    public Optional<T> first() {
        return found.stream().findFirst();
    }

    boolean locks() {
        return way == Way.LOCKING;
    }

    boolean isCommon() {
        return way == Way.COMMON;
    }

    /** Whether many lists of its values can be asked as one statement. */
    boolean goesWithOthers() {
        return way != Way.LOCKING
                && Stream.of(values)
                        .allMatch(value -> value instanceof String
                                || value instanceof String[]
                                || (value instanceof Integer && sql.contains(NUMBER)));
    }

    /** Several as one statement after the other. */
    static String text(List<Query<?>> queries) {
        return queries.stream().map(Query::sql).collect(Collectors.joining(";"));
    }

    /** The lock that it takes, for {@link Write#held}. */
    Write lock() {
        return new Write(sql, values);
    }

    String sql() {
        return sql;
    }

    int bind(PreparedStatement statement, int from) throws SQLException {
        return Write.bind(statement, from, values);
    }

    void take(ResultSet rows) throws SQLException {
        forget();
        while (rows.next()) {
            takeOne(rows);
        }
    }

    /** What was found when it was asked in vain. */
    void forget() {
        found.clear();
    }

    /** The row that an answer is at. */
    void takeOne(ResultSet rows) throws SQLException {
        found.add(row.of(rows));
    }

    /** How many values it has. */
    int values() {
        return values.length;
    }

    /** One of its values, as text. */
    String text(int place) {
        return values[place] instanceof String[] texts ? array(texts) : String.valueOf(values[place]);
    }

    /** As a text that is cast to an array ("Array Value Input" in PostgreSQL's description of arrays). */
    private static String array(String... texts) {
        return Stream.of(texts)
                .map(text -> '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"')
                .collect(Collectors.joining(",", "{", "}"));
    }

    private enum Way {
        PLAIN,
        LOCKING,
        COMMON
    }
}
