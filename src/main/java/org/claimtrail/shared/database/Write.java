package org.claimtrail.shared.database;

import java.sql.Connection;
import java.sql.JDBCType;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A statement that changes rows, with its values. */
record Write(String sql, @Nullable Object[] values) {

    /** A driver takes only so many values with one statement (32,767). */
    private static final int AT_ONCE = 100;

    /** Sends statements in their order; together, where the database takes several for one. */
    static void send(Connection connection, List<Write> writes, boolean together) throws SQLException {
        int most = together ? AT_ONCE : 1;
        for (int from = 0; from < writes.size(); from += most) {
            execute(connection, writes.subList(from, Math.min(writes.size(), from + most)));
        }
    }

    private static void execute(Connection connection, List<Write> writes) throws SQLException {
        String sql = writes.stream().map(Write::sql).collect(Collectors.joining(";"));
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            int next = 1;
            for (Write write : writes) {
                next = bind(statement, next, write.values);
            }
            statement.executeUpdate();
        }
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
