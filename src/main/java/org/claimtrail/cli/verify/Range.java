package org.claimtrail.cli.verify;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * Ids behind one up to another, in the order of the database.
 *
 * @param after not in it
 * @param last in it; null when it has no end
 */
record Range(String after, @Nullable String last) {

    /** Reads rows; the query ends with the column that has the id. */
    void each(Sql sql, String query, String order, Sql.Row reader) throws SQLException, BrokenLogException {
        int where = query.lastIndexOf(' ');
        String column = query.substring(where + 1);
        if (last == null) {
            sql.each(query + " > ?" + order, reader, after);
        } else {
            sql.each(query + " > ? and " + column + " <= ?" + order, reader, after, last);
        }
    }
}
