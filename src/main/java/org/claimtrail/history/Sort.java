package org.claimtrail.history;

import java.util.function.Function;
import org.claimtrail.shared.http.Cursor;
import org.claimtrail.shared.http.Problem;
import org.jspecify.annotations.Nullable;

/**
 * The order of a list.
 *
 * @param name as clients give it: {@code -recordedAt} for the latest first
 * @param entity the snapshot's entity
 * @param column the snapshot's property that is sorted by
 * @param key reads the sort key back from a cursor
 */
public record Sort(String name, String entity, String column, Function<Cursor, Object> key) {

    /** The sort's name, the last item's key, its id. */
    private static final int CURSOR_PARTS = 3;

    private static final String RECORDED_AT = "recordedAt";

    /** By system time, latest first where nothing else is asked for. */
    public static Sort byRecordedAt(String entity, @Nullable String asked) {
        String name = asked == null ? "-" + RECORDED_AT : asked;
        if (!name.equals(RECORDED_AT) && !name.equals("-" + RECORDED_AT)) {
            throw unknown("recordedAt or -recordedAt");
        }
        return new Sort(name, entity, "knownFrom", cursor -> cursor.instant(1));
    }

    public static Problem unknown(String expected) {
        return Problem.badParameter("sort", "expected " + expected + ".");
    }

    public boolean descending() {
        return name.startsWith("-");
    }

    Object key(Cursor cursor) {
        return key.apply(cursor);
    }

    /** A cursor belongs to the order it was made in. */
    void require(Cursor cursor) {
        if (!cursor.text(0).equals(name) || cursor.parts().size() != CURSOR_PARTS) {
            throw Problem.badParameter("cursor", "expected a cursor of the same sort order.");
        }
    }
}
