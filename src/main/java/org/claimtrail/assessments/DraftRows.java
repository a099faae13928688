package org.claimtrail.assessments;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.JDBCType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.Optional;
import org.claimtrail.shared.database.Query;
import org.claimtrail.shared.database.Rows;
import org.claimtrail.shared.database.Writes;
import org.claimtrail.shared.id.TypeId;

/** Rows of {@link AssessmentVersion} as a further draft needs them: read with others, written with others. */
@ApplicationScoped
class DraftRows {

    private static final String LATEST = "select id, version, claim_id, assessor, state, rating, label, score,"
            + " change_type, author, authors, approver, recorded_at, step_at, step_event, returned, known_from,"
            + " known_until, publish_at, scheduled_by, assignee, due from assessment_version"
            + " where id = ? and version = (select head_version from assessment where id = ?)";
    private static final String SUPERSEDE = "update assessment_version"
            + " set state = ?, publish_at = null, scheduled_by = null where id = ? and version = ?";
    private static final String INSERT =
            "insert into assessment_version (id, version, claim_id, assessor, state, rating,"
                    + " label, score, change_type, author, authors, recorded_at, step_at, step_event, returned, assignee, due)"
                    + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

    private final Writes writes;

    DraftRows(Writes writes) {
        this.writes = writes;
    }

    /** Asks for the latest version. */
    Query<AssessmentVersion> latest(TypeId id) {
        return new Query<>(LATEST, DraftRows::of, id.toString(), id.toString());
    }

    /** A draft in the place of which another one comes. */
    void superseded(AssessmentVersion draft) {
        writes.add(SUPERSEDE, draft.state.name(), draft.id, draft.version);
    }

    void add(AssessmentVersion draft) {
        writes.add(
                INSERT,
                draft.id,
                draft.version,
                draft.claimId,
                draft.assessor,
                draft.state.name(),
                draft.rating,
                draft.label,
                Objects.requireNonNullElse(draft.score, JDBCType.DOUBLE),
                Optional.ofNullable(draft.changeType).map(ChangeType::name).orElse(null),
                draft.author,
                draft.authors,
                draft.recordedAt,
                draft.stepAt,
                draft.stepEvent,
                draft.returned,
                draft.assignee,
                Objects.requireNonNullElse(draft.due, JDBCType.TIMESTAMP_WITH_TIMEZONE));
    }

    private static AssessmentVersion of(ResultSet row) throws SQLException {
        AssessmentVersion found = new AssessmentVersion();
        found.id = row.getString(1);
        found.version = row.getInt(2);
        found.claimId = row.getString(3);
        found.assessor = row.getString(4);
        found.state = State.valueOf(row.getString(5));
        found.rating = row.getString(6);
        found.label = row.getString(7);
        found.score = row.getObject(8, Double.class);
        found.changeType =
                Optional.ofNullable(row.getString(9)).map(ChangeType::valueOf).orElse(null);
        found.author = row.getString(10);
        found.authors = row.getString(11);
        found.approver = row.getString(12);
        found.recordedAt = row.getObject(13, OffsetDateTime.class).toInstant();
        found.stepAt = row.getObject(14, OffsetDateTime.class).toInstant();
        found.stepEvent = row.getString(15);
        found.returned = row.getBoolean(16);
        found.knownFrom = Rows.instant(row, 17);
        found.knownUntil = Rows.instant(row, 18);
        found.publishAt = Rows.instant(row, 19);
        found.scheduledBy = row.getString(20);
        found.assignee = row.getString(21);
        found.due = Rows.instant(row, 22);
        return found;
    }
}
