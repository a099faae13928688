package db.migration;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Set;
import org.claimtrail.shared.edtf.DayRange;
import org.claimtrail.shared.json.StoredJson;
import org.claimtrail.shared.time.SystemTime;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;
import org.jspecify.annotations.Nullable;

/**
 * Fills the columns that {@code V14} adds beside the verdicts that were published before it, out of what was committed. In
 * Java because no database reads EDTF.
 */
public class V15__VerdictDays extends BaseJavaMigration {

    /** So many assessments at a time: the embedded database collects what a statement finds before it gives the first row. */
    private static final String NEXT = "select distinct assessment_id from claim_verdict where assessment_id > ?"
            + " order by assessment_id fetch first 100 rows only";

    /** The latest version of each assessment first: what comes after a verdict decides until when it is held. */
    private static final String PUBLISHED =
            "select v.assessment_id, v.version, v.known_from, c.content from claim_verdict v"
                    + " join record_version r on r.record_id = v.assessment_id and r.n = v.version"
                    + " join audit_content c on c.event_id = r.event_id and c.part = 0"
                    + " where v.assessment_id > ? and v.assessment_id <= ?"
                    + " order by v.assessment_id, v.version desc";

    private static final String FILL =
            "update claim_verdict set valid_from = ?, valid_to = ?, from_day = ?, until_day = ?,"
                    + " held_until = ? where assessment_id = ? and version = ?";
    private static final Set<String> ENDINGS = Set.of("void", "retraction");
    private static final OffsetDateTime FOREVER = SystemTime.FOREVER.atOffset(ZoneOffset.UTC);

    @Override
    public void migrate(Context context) throws SQLException {
        Connection connection = context.getConnection();
        try (PreparedStatement next = connection.prepareStatement(NEXT);
                PreparedStatement published = connection.prepareStatement(PUBLISHED);
                PreparedStatement fill = connection.prepareStatement(FILL)) {
            String behind = "";
            String last = last(next, behind);
            while (!last.equals(behind)) {
                published.setString(1, behind);
                published.setString(2, last);
                fill(published, fill);
                behind = last;
                last = last(next, behind);
            }
        }
    }

    /** The last of the next assessments behind one, or that one if there is none. */
    private static String last(PreparedStatement next, String behind) throws SQLException {
        String last = behind;
        next.setString(1, behind);
        try (ResultSet row = next.executeQuery()) {
            while (row.next()) {
                last = row.getString(1);
            }
        }
        return last;
    }

    private static void fill(PreparedStatement published, PreparedStatement fill) throws SQLException {
        Later later = new Later("");
        try (ResultSet row = published.executeQuery()) {
            while (row.next()) {
                String assessment = row.getString(1);
                if (!later.assessment.equals(assessment)) {
                    later = new Later(assessment);
                }
                OffsetDateTime from = row.getObject(3, OffsetDateTime.class);
                JsonNode content = StoredJson.read(row.getBytes(4));
                set(fill, content, later.heldUntil());
                fill.setString(6, assessment);
                fill.setInt(7, row.getInt(2));
                fill.addBatch();
                later.add(content.path("changeType").asText(), from);
            }
        }
        fill.executeBatch();
    }

    private static void set(PreparedStatement fill, JsonNode content, OffsetDateTime heldUntil) throws SQLException {
        @Nullable String from = content.path("validFrom").textValue();
        @Nullable String to = content.path("validTo").textValue();
        fill.setString(1, from);
        fill.setString(2, to);
        DayRange days = DayRange.between(from, to);
        fill.setInt(3, days.from());
        fill.setInt(4, days.until());
        fill.setObject(5, heldUntil);
    }

    /** What was published of an assessment behind the version that is looked at. */
    private static final class Later {

        final String assessment;
        private OffsetDateTime replaced = FOREVER;
        private OffsetDateTime ended = FOREVER;

        Later(String assessment) {
            this.assessment = assessment;
        }

        OffsetDateTime heldUntil() {
            return replaced.isBefore(ended) ? replaced : ended;
        }

        void add(String changeType, OffsetDateTime at) {
            replaced = changeType.equals("update") ? FOREVER : at;
            if (ENDINGS.contains(changeType)) {
                ended = at;
            }
        }
    }
}
