package org.claimtrail.shared.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Statements written by hand, for what is read most: a mapper would cost more than the database does. */
public final class Rows {

    /**
     * Texts that are the statement's next parameter, as a table {@code wanted} with the column {@code id}, to be joined. H2
     * (2.4.240) takes {@code = any(?)} for an index only if nothing else is asked of the same index: beside an equality it
     * reads all rows for which that holds. Each text is to be there once.
     *
     * <p>PostgreSQL plans a statement anew each time if it can tell how many texts there are and finds that they are few; of
     * what a statement has asked for first it cannot tell.
     */
    public static final String WANTED = wanted("?");

    /**
     * Behind a column, the condition that it is one of {@link #WANTED}. What it says beside that is always so, and has PostgreSQL
     * expect one text of ten: for one it looks by that column, for ten it reads the whole of a table that it takes for empty. So
     * it does in a database that was filled a minute ago, with the plan of before. Conditions of a column that an index has as
     * well, and that hold for many rows, are hidden from it in brackets: {@code (c.part = 0) is true}.
     */
    public static final String EACH = " = wanted.id and wanted.id between wanted.id and wanted.id";

    private Rows() {}

    /** {@link #WANTED}, with a parameter that has a name. */
    public static String wanted(String parameter) {
        return "unnest((select cast(" + parameter + " as varchar array))) wanted(id)";
    }

    /**
     * The rows that a statement finds.
     *
     * @param parameters texts and numbers; instants; for {@link #WANTED} a collection of texts
     */
    public static <T> List<T> list(Connection connection, String sql, Row<T> row, Object... parameters)
            throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                set(connection, select, i + 1, parameters[i]);
            }
            List<T> found = new ArrayList<>();
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    found.add(row.of(rows));
                }
            }
            return found;
        }
    }

    private static void set(Connection connection, PreparedStatement select, int at, Object value) throws SQLException {
        if (value instanceof Instant instant) {
            select.setObject(at, instant.atOffset(ZoneOffset.UTC));
        } else if (value instanceof Collection<?> texts) {
            select.setArray(at, connection.createArrayOf("varchar", texts.toArray()));
        } else {
            select.setObject(at, value);
        }
    }

    /** An instant of a row; null where there is none. */
    public static @Nullable Instant instant(ResultSet row, int column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
