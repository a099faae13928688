package org.claimtrail.shared.database;

import java.sql.SQLException;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The database did not do what it was told. What the client hears of it, the cause decides. */
public final class DatabaseRefusal extends RuntimeException {

    /** What the standard says of a row whose like is there. */
    private static final String UNIQUE_VIOLATION = "23505";

    DatabaseRefusal(SQLException cause) {
        super(cause);
    }

    /** Those among a failure and its causes. */
    public static Stream<DatabaseRefusal> among(Throwable failure) {
        return Stream.<@Nullable Throwable>iterate(failure, Objects::nonNull, Throwable::getCause)
                .limit(20) // causes can form a ring
                .filter(DatabaseRefusal.class::isInstance)
                .map(DatabaseRefusal.class::cast);
    }

    /** Whether this was over the unique key of a table. */
    public boolean isDuplicateIn(String table) {
        return getCause() instanceof SQLException sql
                && UNIQUE_VIOLATION.equals(sql.getSQLState())
                && String.valueOf(sql.getMessage())
                        .toLowerCase(java.util.Locale.ROOT)
                        .contains(table);
    }
}
