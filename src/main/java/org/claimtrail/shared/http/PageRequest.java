package org.claimtrail.shared.http;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which page of a list is asked for.
 *
 * @param limit 1 to 200 items
 * @param after where the page before ended; empty for the first
 */
public record PageRequest(int limit, Optional<Cursor> after) {

    static final int DEFAULT_LIMIT = 20;
    static final int MAX_LIMIT = 200;

    public PageRequest {
        if (limit < 1 || limit > MAX_LIMIT) {
            throw Problem.badParameter("limit", "expected a whole number from 1 to " + MAX_LIMIT + ".");
        }
    }

    /**
     * From the query parameters as given.
     *
     * @throws Problem 400 for a limit outside 1 to 200 or a cursor that is none
     */
    public static PageRequest of(@Nullable Integer limit, @Nullable String cursor) {
        return new PageRequest(
                limit == null ? DEFAULT_LIMIT : limit,
                Optional.ofNullable(cursor).map(Cursor::parse));
    }
}
