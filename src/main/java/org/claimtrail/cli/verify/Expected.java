package org.claimtrail.cli.verify;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The rows that follow from the log, by table and key. */
final class Expected {

    private final Map<StateTable, Map<String, Row>> rows = new EnumMap<>(StateTable.class);

    /** A row; a column that does not follow from the log is not in it. */
    static final class Row {

        final Map<String, @Nullable String> columns = new LinkedHashMap<>();
        /** Further values that are as good as the expected one. */
        final Map<String, Set<@Nullable String>> alternatives = new HashMap<>();

        boolean optional;

        Row set(String column, @Nullable Object value) {
            columns.put(column, value == null ? null : value.toString());
            return this;
        }
    }

    /** A row to be filled in. */
    Row row(StateTable table, Object... key) {
        Row row = new Row();
        String[] texts = new String[key.length];
        for (int i = 0; i < key.length; i++) {
            texts[i] = key[i].toString();
        }
        of(table).put(String.join("/", texts), row);
        return row;
    }

    Map<String, Row> of(StateTable table) {
        return rows.computeIfAbsent(table, any -> new TreeMap<>());
    }
}
