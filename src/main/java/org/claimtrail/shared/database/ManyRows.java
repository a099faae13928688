package org.claimtrail.shared.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a transaction writes that writes many records: too much for one message. */
final class ManyRows {

    private ManyRows() {}

    /**
     * Sends statements in their order, but new rows next to each other table by table; of the tables the one first that a row
     * was first written for, so that what is referred to is there before.
     *
     * @param together whether the database takes several statements for one
     */
    static void send(Connection connection, List<Write> writes, boolean together) throws SQLException {
        Map<String, List<Write>> rows = new LinkedHashMap<>();
        List<Write> changes = new ArrayList<>();
        for (Write write : writes) {
            if (write.sql().startsWith(Write.INSERT)) {
                sendChanges(connection, changes, together);
                rows.computeIfAbsent(write.sql(), sql -> new ArrayList<>()).add(write);
            } else {
                sendRows(connection, rows);
                changes.add(write);
            }
        }
        sendChanges(connection, changes, together);
        sendRows(connection, rows);
    }

    private static void sendChanges(Connection connection, List<Write> changes, boolean together) throws SQLException {
        Write.send(connection, changes, together);
        changes.clear();
    }

    private static void sendRows(Connection connection, Map<String, List<Write>> tables) throws SQLException {
        for (Map.Entry<String, List<Write>> table : tables.entrySet()) {
            try (PreparedStatement statement = connection.prepareStatement(table.getKey())) {
                for (Write row : table.getValue()) {
                    Write.bind(statement, 1, row.values());
                    statement.addBatch();
                }
                statement.executeBatch();
            } catch (SQLException e) {
                throw Write.withoutValues(e);
            }
        }
        tables.clear();
    }
}
