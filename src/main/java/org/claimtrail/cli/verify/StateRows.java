package org.claimtrail.cli.verify;

import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.claimtrail.shared.hash.Sha256;
import org.claimtrail.shared.time.SystemTime;
import org.jspecify.annotations.Nullable;

/** Compares the rows of a table with those that follow from the log, column by column. */
final class StateRows {

    private final Sql sql;
    private final Findings findings;

    StateRows(Sql sql, Findings findings) {
        this.sql = sql;
        this.findings = findings;
    }

    /** Compares the rows of the records in a range. */
    void compare(StateTable table, Range range, Expected expected) throws SQLException, BrokenLogException {
        Map<String, Expected.Row> left = expected.of(table);
        List<String> columns = new ArrayList<>();
        range.each(sql, "select s.* from " + table.from(), "", row -> {
            if (columns.isEmpty()) {
                columns.addAll(columns(row));
            }
            compare(table, texts(row, columns), left);
        });
        left.forEach((key, row) -> {
            if (!row.optional) {
                findings.problem(table.table() + " " + key, "the row is missing");
            }
        });
    }

    private void compare(StateTable table, Map<String, @Nullable String> actual, Map<String, Expected.Row> left) {
        String key = table.key().stream().map(actual::get).collect(Collectors.joining("/"));
        Expected.Row expected = left.remove(key);
        if (expected != null) {
            expected.columns.forEach((column, value) -> compare(table, key, column, expected, actual.get(column)));
        } else if (table.isComplete()) {
            findings.problem(table.table() + " " + key, "the row follows from no event");
        }
    }

    private void compare(StateTable table, String key, String column, Expected.Row expected, @Nullable String actual) {
        if (!expected.alternatives.containsKey(column)
                || !expected.alternatives.get(column).contains(actual)) {
            findings.same(table.table() + " " + key + " " + column, expected.columns.get(column), actual);
        }
    }

    /** The names of the columns, in lower case. */
    private static List<String> columns(ResultSet row) throws SQLException {
        ResultSetMetaData data = row.getMetaData();
        List<String> columns = new ArrayList<>();
        for (int i = 1; i <= data.getColumnCount(); i++) {
            columns.add(data.getColumnLabel(i).toLowerCase(Locale.ROOT));
        }
        return columns;
    }

    /** A row as texts, by column; in the place of octets stands their hash. */
    private static Map<String, @Nullable String> texts(ResultSet row, List<String> columns) throws SQLException {
        Map<String, @Nullable String> texts = new HashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            texts.put(columns.get(i), text(row.getObject(i + 1)));
        }
        return texts;
    }

    private static @Nullable String text(@Nullable Object value) {
        if (value instanceof OffsetDateTime time) {
            return SystemTime.text(time.toInstant());
        }
        if (value instanceof Timestamp time) {
            return SystemTime.text(time.toInstant());
        }
        if (value instanceof byte[] octets) {
            return "sha256:" + HexFormat.of().formatHex(Sha256.of(octets));
        }
        return value == null ? null : value.toString();
    }
}
