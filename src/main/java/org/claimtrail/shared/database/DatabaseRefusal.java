package org.claimtrail.shared.database;

import java.sql.SQLException;

/** The database did not do what it was told. What the client hears of it, the cause decides. */
public final class DatabaseRefusal extends RuntimeException {

    /** What the standard says of a row whose like is there. */
    private static final String UNIQUE_VIOLATION = "23505";

    DatabaseRefusal(SQLException cause) {
        super(cause);
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
