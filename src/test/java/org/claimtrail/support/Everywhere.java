package org.claimtrail.support;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import javax.sql.DataSource;

/** Looks into every column of every table of the database that the service may read. */
public final class Everywhere {

    private Everywhere() {}

    /** The columns that hold the word, in any case, as text or as bytes. */
    public static List<String> holding(DataSource database, String word) throws SQLException {
        List<String> found = new ArrayList<>();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            for (String column : columns(statement)) {
                try (ResultSet rows = statement.executeQuery(select(column))) {
                    while (rows.next()) {
                        if (text(rows.getObject(1)).contains(word.toLowerCase(Locale.ROOT))) {
                            found.add(column.toLowerCase(Locale.ROOT));
                        }
                    }
                }
            }
        }
        return found.stream().distinct().toList();
    }

    /** All values, octets as hexadecimal digits. */
    public static List<String> values(DataSource database) throws SQLException {
        List<String> values = new ArrayList<>();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            for (String column : columns(statement)) {
                try (ResultSet rows = statement.executeQuery(select(column))) {
                    while (rows.next()) {
                        values.add(
                                rows.getObject(1) instanceof byte[] octets
                                        ? HexFormat.of().formatHex(octets)
                                        : String.valueOf(rows.getObject(1)));
                    }
                }
            }
        }
        return values;
    }

    private static String select(String column) {
        String[] parts = column.split("\\.", 2);
        return "select \"" + parts[1] + "\" from \"" + parts[0] + "\"";
    }

    private static List<String> columns(Statement statement) throws SQLException {
        List<String> columns = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery(
                "select table_name, column_name from information_schema.columns where upper(table_schema) = 'PUBLIC'")) {
            while (rows.next()) {
                columns.add(rows.getString(1) + "." + rows.getString(2));
            }
        }
        return columns;
    }

    private static String text(Object value) {
        String text =
                value instanceof byte[] bytes ? new String(bytes, StandardCharsets.ISO_8859_1) : String.valueOf(value);
        return text.toLowerCase(Locale.ROOT);
    }
}
