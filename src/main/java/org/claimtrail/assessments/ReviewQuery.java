package org.claimtrail.assessments;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.claimtrail.shared.http.Cursor;
import org.claimtrail.shared.http.Problem;
import org.claimtrail.shared.time.SystemTime;

/** The query behind the list of what waits: what is due first, then what has waited longest. */
final class ReviewQuery {

    private static final String NAME = "due";
    private static final int CURSOR_PARTS = 4;

    /** What is never due comes last. */
    private static final String DUE = "coalesce(e.due, :forever)";

    private final List<String> where = new ArrayList<>();
    private final Map<String, Object> parameters = new HashMap<>(Map.of("forever", SystemTime.FOREVER));

    ReviewQuery where(String condition) {
        where.add(condition);
        return this;
    }

    ReviewQuery where(String condition, String name, Object value) {
        parameters.put(name, value);
        return where(condition);
    }

    /** A condition that begins with "and", or none. */
    ReviewQuery narrowed(String condition) {
        return condition.isEmpty() ? this : where(condition.substring(" and ".length()));
    }

    ReviewQuery behind(Cursor cursor) {
        if (!cursor.text(0).equals(NAME) || cursor.parts().size() != CURSOR_PARTS) {
            throw Problem.badParameter("cursor", "expected a cursor of the same list.");
        }
        where("(" + DUE + " > :lastDue or " + DUE + " = :lastDue"
                + " and (e.stepAt > :lastStep or e.stepAt = :lastStep and e.id > :lastId))");
        parameters.put("lastDue", cursor.instant(1));
        parameters.put("lastStep", cursor.instant(2));
        parameters.put("lastId", cursor.text(3));
        return this;
    }

    static Cursor cursor(AssessmentVersion row) {
        String due = (row.due == null ? SystemTime.FOREVER : row.due).toString();
        return Cursor.of(NAME, due, row.stepAt.toString(), row.id);
    }

    /** In Hibernate's language. */
    String text() {
        return "from AssessmentVersion e where " + String.join(" and ", where) + " order by " + DUE
                + ", e.stepAt, e.id";
    }

    Map<String, Object> parameters() {
        return Map.copyOf(parameters);
    }
}
