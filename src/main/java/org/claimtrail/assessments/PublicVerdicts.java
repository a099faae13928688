package org.claimtrail.assessments;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.claimtrail.audit.log.LogDatabase;
import org.claimtrail.claims.Relations;
import org.claimtrail.shared.database.Rows;
import org.claimtrail.shared.id.TypeId;
import org.claimtrail.shared.time.SystemTime;
import org.jspecify.annotations.Nullable;

/** What the public reads now of a claim's dossier beside the claim itself, in four statements over one connection. */
@Singleton
class PublicVerdicts {

    private static final String SHOWN =
            " and not exists (select 1 from record_closure w where w.state = 'WITHHELD' and w.record_id = ";
    private static final String VERDICTS =
            "select v.id, v.version, v.claim_id, v.assessor, v.state, v.rating, v.label, v.score,"
                    + " v.change_type, v.author, v.approver, v.recorded_at, v.known_from, v.known_until, c.content, a.name"
                    + " from assessment_version v join record_version r on r.record_id = v.id and r.n = v.version"
                    + " join audit_content c on c.event_id = r.event_id and c.part = 0"
                    + " left join agent a on a.id = v.assessor and a.known_until = ?" + SHOWN + "a.id)"
                    + " where v.claim_id = ? and v.known_from is not null and (v.known_until = ? or v.change_type in ("
                    + ChangeType.corrections().stream()
                            .map(type -> "'" + type.name() + "'")
                            .collect(Collectors.joining(", "))
                    + "))" + SHOWN + "v.id) order by v.recorded_at, v.id";
    /** Both ends in turn: with "or" the embedded database reads all relations there are. */
    private static final String RELATIONS = "select found.id, c.content from (" + relations("from_claim")
            + " union all " + relations("to_claim") + " and r.from_claim <> r.to_claim order by 3, 1 limit "
            + Relations.IN_DOSSIER
            + ") found join audit_content c on c.event_id = found.event_id and c.part = 0 order by 1";

    private static final String MERGED =
            "select c.id from claim c where c.merged_into = ? and c.known_until = ? limit 1";

    private static final String CONTENTS = contents("agent") + " union all " + contents("source");

    private final LogDatabase database;

    PublicVerdicts(LogDatabase database) {
        this.database = database;
    }

    /** @param others the ids of agents and sources that are shown too */
    Found of(TypeId claim, Collection<String> others) {
        return database.read(connection -> find(connection, claim.toString(), others));
    }

    private static Found find(Connection connection, String claim, Collection<String> others) throws SQLException {
        Map<String, byte[]> contents = new HashMap<>();
        Rows.list(
                connection,
                CONTENTS,
                row -> contents.put(row.getString(1), row.getBytes(2)),
                others,
                SystemTime.FOREVER,
                others,
                SystemTime.FOREVER);
        return new Found(
                contents,
                Rows.list(connection, VERDICTS, PublicVerdicts::verdict, SystemTime.FOREVER, claim, SystemTime.FOREVER),
                Rows.list(
                        connection,
                        RELATIONS,
                        row -> row.getBytes(2),
                        claim,
                        SystemTime.FOREVER,
                        claim,
                        SystemTime.FOREVER),
                !Rows.list(connection, MERGED, row -> row.getString(1), claim, SystemTime.FOREVER)
                        .isEmpty());
    }

    private static String relations(String end) {
        return "select r.id, r.event_id, r.state from relation r where r." + end
                + " = ? and r.known_until = ? and r.state <> 'REJECTED'" + SHOWN + "r.id)" + SHOWN + "r.from_claim)"
                + SHOWN + "r.to_claim)";
    }

    private static String contents(String table) {
        return "select x.id, c.content from " + Rows.WANTED + " join " + table + " x on x.id" + Rows.EACH
                + " join audit_content c on c.event_id = x.event_id and (c.part = 0) is true"
                + " where (x.known_until = ?) is true" + SHOWN + "x.id)";
    }

    private static Verdict verdict(ResultSet row) throws SQLException {
        AssessmentVersion version = new AssessmentVersion();
        version.id = row.getString(1);
        version.version = row.getInt(2);
        version.claimId = row.getString(3);
        version.assessor = row.getString(4);
        version.state = State.valueOf(row.getString(5));
        version.rating = row.getString(6);
        version.label = row.getString(7);
        version.score = row.getObject(8, Double.class);
        String change = row.getString(9);
        version.changeType = change == null ? null : ChangeType.valueOf(change);
        version.author = row.getString(10);
        version.approver = row.getString(11);
        version.recordedAt = Objects.requireNonNull(Rows.instant(row, 12));
        version.knownFrom = Rows.instant(row, 13);
        version.knownUntil = Rows.instant(row, 14);
        return new Verdict(version, row.getBytes(15), row.getString(16));
    }

    /**
     * A published version that stands, or is a correction.
     *
     * @param assessor the name; null when it is not shown
     */
    record Verdict(
            AssessmentVersion row, byte[] content, @Nullable String assessor) {

        boolean stands() {
            return SystemTime.FOREVER.equals(row.knownUntil);
        }

        boolean isCorrection() {
            return row.changeType != null && ChangeType.corrections().contains(row.changeType);
        }

        AssessmentSummary summary() {
            return AssessmentSummary.of(row, row.state, assessor == null ? Map.of() : Map.of(row.assessor, assessor));
        }
    }

    /**
     * What was found.
     *
     * @param contents agents and sources by id
     * @param verdicts by the time they were written
     * @param relations as they were committed
     * @param isMergeTarget whether a claim was merged into this one
     */
    record Found(Map<String, byte[]> contents, List<Verdict> verdicts, List<byte[]> relations, boolean isMergeTarget) {}
}
