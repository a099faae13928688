package org.claimtrail.history;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.claimtrail.audit.Reason;
import org.claimtrail.shared.database.Query;
import org.claimtrail.shared.http.Problem;
import org.claimtrail.shared.http.ProblemType;
import org.claimtrail.shared.id.TypeId;
import org.claimtrail.shared.time.SystemTime;

/** That a record is closed to readers, since when and on which ground. An open record has none. */
@Entity
@Table(name = "record_closure")
class Closure {

    private static final String SELECT = "select record_id, state, ground, since, event_id from record_closure";
    private static final String QUERY = SELECT + " where record_id = ?";
    /** As far as the log knows of it: whoever writes a row here must not have the service erase the rest. */
    private static final String ERASED = SELECT
            + " where state = 'ERASED' and exists (select 1 from audit_event e where e.event_id = record_closure.event_id"
            + " and e.subject = record_closure.record_id and e.type like '%.erased') order by since";

    @Id
    @Column(name = "record_id")
    String recordId;

    @Enumerated(EnumType.STRING)
    State state;

    @Enumerated(EnumType.STRING)
    Reason ground;

    Instant since;

    /** The event that closed it. */
    @Column(name = "event_id")
    String eventId;

    @SuppressWarnings("NullAway.Init")
    Closure() {}

    Closure(TypeId record, State state, Reason ground, Instant since, TypeId event) {
        this.recordId = record.toString();
        this.state = state;
        this.ground = ground;
        this.since = since;
        this.eventId = event.toString();
    }

    /** Asks whether a record is closed. */
    static Query<Closure> query(TypeId record) {
        return new Query<>(QUERY, Closure::of, record.toString());
    }

    /** Asks for all erased records, those first that were erased first. */
    static Query<Closure> erased() {
        return new Query<>(ERASED, Closure::of);
    }

    private static Closure of(ResultSet row) throws SQLException {
        return new Closure(
                TypeId.parse(row.getString(1)),
                State.valueOf(row.getString(2)),
                Reason.valueOf(row.getString(3)),
                row.getObject(4, OffsetDateTime.class).toInstant(),
                TypeId.parse(row.getString(5)));
    }

    boolean isErased() {
        return state == State.ERASED;
    }

    /** What a reader is told in place of the record: 410, or 451 by RFC 7725. */
    Problem refusal() {
        String audit = "<" + RecordPaths.audit(TypeId.parse(recordId)) + ">; rel=\"audit\"";
        String told = " on " + SystemTime.text(since) + ", on the ground of " + ground.text() + ".";
        if (isErased()) {
            return Problem.of(ProblemType.ERASED, "The record " + recordId + " was erased" + told)
                    .with("basis", ground.text())
                    .with("erasedAt", SystemTime.text(since))
                    .header("Link", audit);
        }
        // Section 4: the link names who blocks, which is this service and not whoever asked for it.
        return Problem.of(ProblemType.WITHHELD, "The record " + recordId + " was withheld" + told)
                .with("reason", ground.text())
                .with("withheldAt", SystemTime.text(since))
                .header("Link", "</>; rel=\"blocked-by\", " + audit);
    }

    /** How a record is closed. */
    enum State {
        /** Until it is released; staff go on reading it. */
        WITHHELD,
        /** For good, for everyone. */
        ERASED
    }
}
