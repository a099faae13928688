package org.claimtrail.cli.move;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The tables that a database has, as it says itself: a table that a later migration adds is moved like the others. */
final class Schema {

    /** Each database has the history of its own migrations. */
    private static final Set<String> NOT_OURS = Set.of("flyway_schema_history", Mark.TABLE);

    private static final String[] TABLES = {"TABLE", "BASE TABLE"};

    private final Connection connection;
    private final DatabaseMetaData meta;
    private final Map<String, List<Column>> columns = new LinkedHashMap<>();

    /** By table, those that its foreign keys lead to. */
    private final Map<String, Set<String>> needs = new LinkedHashMap<>();

    private Schema(Connection connection) throws SQLException {
        this.connection = connection;
        this.meta = connection.getMetaData();
    }

    /**
     * All tables, each behind those that its foreign keys lead to.
     *
     * @throws NotMovedException when one holds what nobody has thought about yet
     */
    static List<Table> tables(Connection connection) throws SQLException {
        Schema schema = new Schema(connection);
        schema.readTables();
        schema.readColumns();
        return schema.inOrder();
    }

    private void readTables() throws SQLException {
        try (ResultSet rows = meta.getTables(null, connection.getSchema(), "%", TABLES)) {
            while (rows.next()) {
                String name = rows.getString("TABLE_NAME");
                if (!NOT_OURS.contains(lower(name))) {
                    columns.put(lower(name), new ArrayList<>());
                    needs.put(lower(name), needed(name));
                }
            }
        }
    }

    private Set<String> needed(String table) throws SQLException {
        Set<String> needed = new HashSet<>();
        try (ResultSet keys = meta.getImportedKeys(null, connection.getSchema(), table)) {
            while (keys.next()) {
                needed.add(lower(keys.getString("PKTABLE_NAME")));
            }
        }
        needed.remove(lower(table));
        return needed;
    }

    private void readColumns() throws SQLException {
        try (ResultSet rows = meta.getColumns(null, connection.getSchema(), "%", "%")) {
            while (rows.next()) {
                List<Column> table = columns.get(lower(rows.getString("TABLE_NAME")));
                if (table != null && !rows.getString("IS_GENERATEDCOLUMN").equals("YES")) {
                    table.add(column(rows));
                }
            }
        }
    }

    private static Column column(ResultSet row) throws SQLException {
        String place = lower(row.getString("TABLE_NAME") + "." + row.getString("COLUMN_NAME"));
        if (row.getString("IS_AUTOINCREMENT").equals("YES")) {
            throw new NotMovedException(place + " counts by itself, and nobody would tell the other database how far");
        }
        String type = row.getString("TYPE_NAME");
        return Kind.called(type)
                .map(kind -> new Column(lower(place.substring(place.indexOf('.') + 1)), kind))
                .orElseThrow(() -> new NotMovedException(place + " is of the type " + type + ", which is not known"));
    }

    private List<Table> inOrder() {
        List<Table> ordered = new ArrayList<>();
        Set<String> done = new HashSet<>();
        while (ordered.size() < columns.size()) {
            String next = columns.keySet().stream()
                    .filter(name -> !done.contains(name) && done.containsAll(needs.getOrDefault(name, Set.of())))
                    .findFirst()
                    .orElseThrow(() -> new NotMovedException("foreign keys lead in a circle"));
            ordered.add(new Table(next, columns.getOrDefault(next, List.of())));
            done.add(next);
        }
        return ordered;
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
