package org.claimtrail.support;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.sql.DataSource;

/** Looks for a word in every column of every table of the embedded database. */
public final class Everywhere {

    private Everywhere() {}

    /** The columns that hold the word, in any case, as text or as bytes. */
    public static List<String> holding(DataSource database, String word) throws SQLException {
        List<String> found = new ArrayList<>();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            for (String column : columns(statement)) {
                String[] parts = column.split("\\.", 2);
                try (ResultSet rows = statement.executeQuery("select \"" + parts[1] + "\" from \"" + parts[0] + "\"")) {
                    while (rows.next()) {
                        if (text(rows.getObject(1)).contains(word.toLowerCase(Locale.ROOT))) {
                            found.add(column);
                        }
                    }
                }
            }
        }
        return found.stream().distinct().toList();
    }

    private static List<String> columns(Statement statement) throws SQLException {
        List<String> columns = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery(
                "select table_name, column_name from information_schema.columns where table_schema = 'PUBLIC'")) {
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
