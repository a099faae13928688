package org.claimtrail.shared.database;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A question for {@link Writes#ask}, and then what was found. */
public final class Query<T> {

    private final String sql;
    private final Row<T> row;
    private final @Nullable Object[] values;
    private final boolean locks;
    private final List<T> found = new ArrayList<>();

    /** @param sql always the same text for the same question */
    public Query(String sql, Row<T> row, @Nullable Object... values) {
        this(sql, row, false, values);
    }

    private Query(String sql, Row<T> row, boolean locks, @Nullable Object... values) {
        if (!locks && sql.contains(" for update")) {
            throw new IllegalArgumentException("what locks has to say so, or the lock ends with the question: " + sql);
        }
        this.sql = sql;
        this.row = row;
        this.values = values;
        this.locks = locks;
    }

    /** One that locks what it finds until the caller's transaction is over. */
    public static <T> Query<T> locking(String sql, Row<T> row, @Nullable Object... values) {
        return new Query<>(sql, row, true, values);
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
        return locks;
    }

    String sql() {
        return sql;
    }

    int bind(PreparedStatement statement, int from) throws SQLException {
        return Write.bind(statement, from, values);
    }

    void take(ResultSet rows) throws SQLException {
        while (rows.next()) {
            found.add(row.of(rows));
        }
    }
}
