package org.claimtrail.cli.move;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A table, and the statements that move it. Both databases read its names alike, as the migrations write them. */
record Table(String name, List<Column> columns) {

    /** So many rows are in memory at once; contents may be as large as a request. */
    private static final int FETCH = 200;

    Table {
        columns = List.copyOf(columns);
    }

    /** Whether the other database has the same columns, in whatever order. */
    boolean isLike(@Nullable Table other) {
        return other != null && Set.copyOf(columns).equals(Set.copyOf(other.columns));
    }

    String insert() {
        return "insert into " + name + " (" + names() + ") values ("
                + String.join(", ", Collections.nCopies(columns.size(), "?")) + ")";
    }

    /** What is done with a row. */
    interface Rows {
        void take(@Nullable Object[] row) throws SQLException;
    }

    /** Gives each row, without ever holding all of them. */
    void each(Connection connection, String order, Rows rows) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.setFetchSize(FETCH);
            try (ResultSet row = statement.executeQuery("select " + names() + " from " + name + order)) {
                while (row.next()) {
                    rows.take(read(row));
                }
            }
        }
    }

    long count(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select count(*) from " + name)) {
            row.next();
            return row.getLong(1);
        }
    }

    private @Nullable Object[] read(ResultSet row) throws SQLException {
        @Nullable Object[] values = new Object[columns.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = columns.get(i).kind().read(row, i + 1);
        }
        return values;
    }

    private String names() {
        return columns.stream().map(Column::name).collect(Collectors.joining(", "));
    }
}
