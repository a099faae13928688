package org.claimtrail.cli.move;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What stands in a column, and how it is read so that both databases give equal values for the same. */
enum Kind {
    TEXT(ResultSet::getString, "character varying", "varchar", "text"),
    WHOLE(ResultSet::getLong, "integer", "int4", "bigint", "int8"),
    DOUBLE(ResultSet::getDouble, "double precision", "float8"),
    BOOLEAN(ResultSet::getBoolean, "boolean", "bool"),
    OCTETS(ResultSet::getBytes, "binary varying", "bytea"),
    INSTANT(Kind::instant, "timestamp with time zone", "timestamptz");

    /** Never changes: each is a method. */
    @SuppressWarnings("ImmutableEnumChecker")
    private final Reading reading;

    /** Never changes: {@code List.of} made it. */
    @SuppressWarnings("ImmutableEnumChecker")
    private final List<String> types;

    Kind(Reading reading, String... types) {
        this.reading = reading;
        this.types = List.of(types);
    }

    private interface Reading {
        @Nullable
        Object read(ResultSet row, int column) throws SQLException;
    }

    /** The kind that a database calls so; empty for one that nobody has thought about yet. */
    static Optional<Kind> called(String type) {
        String name = type.toLowerCase(Locale.ROOT);
        return Arrays.stream(values()).filter(kind -> kind.types.contains(name)).findFirst();
    }

    /** A value; null where there is none. */
    @Nullable
    Object read(ResultSet row, int column) throws SQLException {
        @Nullable Object value = reading.read(row, column);
        return row.wasNull() ? null : value;
    }

    private static @Nullable Object instant(ResultSet row, int column) throws SQLException {
        @Nullable OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.withOffsetSameInstant(ZoneOffset.UTC);
    }
}
