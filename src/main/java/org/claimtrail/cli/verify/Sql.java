package org.claimtrail.cli.verify;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Statements that are read row by row. */
final class Sql {

    private static final int FETCH = 1000;

    private final Connection connection;

    Sql(Connection connection) {
        this.connection = connection;
    }

    /** What is done with a row. */
    interface Row {
        void read(ResultSet row) throws SQLException, BrokenLogException;
    }

    /** Gives each row of a query to the reader. */
    void each(String query, Row reader, Object... parameters) throws SQLException, BrokenLogException {
        try (PreparedStatement select = connection.prepareStatement(query)) {
            select.setFetchSize(FETCH);
            for (int i = 0; i < parameters.length; i++) {
                select.setObject(i + 1, parameters[i]);
            }
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    reader.read(rows);
                }
            }
        }
    }

    /** The number that a query gives; 0 when it gives none. */
    long number(String query) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(query);
                ResultSet row = select.executeQuery()) {
            return row.next() ? row.getLong(1) : 0;
        }
    }
}
