package org.claimtrail.history;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import org.claimtrail.audit.Reason;
import org.claimtrail.shared.database.Writes;
import org.claimtrail.shared.http.Problem;
import org.claimtrail.shared.http.ProblemType;
import org.claimtrail.shared.id.TypeId;
import org.claimtrail.shared.json.StoredJson;
import org.claimtrail.shared.time.SystemTime;

/** Gives records to desks. No version changes by it. */
@ApplicationScoped
public class DeskAssignments {

    private final Writes writes;
    private final History history;
    private final RecordDesks desks;
    private final Clock clock;

    DeskAssignments(Writes writes, History history, RecordDesks desks, Clock clock) {
        this.writes = writes;
        this.history = history;
        this.desks = desks;
        this.clock = clock;
    }

    /** Gives a record just made to the desk it was made for. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void assign(String actor, Version created, TypeId desk) {
        RecordDesk.write(writes, created.id(), desk);
        desks.know(created.id(), Optional.of(desk.toString()));
        log(actor, created, RecordEvent.ASSIGNED, request(created, desk));
    }

    /** Forgets what this request knows of desks, of which it would know more and more where it makes many records. */
    public void forget() {
        desks.forget();
    }

    /**
     * Gives a record to another desk. The caller holds the lock, and may edit it.
     *
     * @return the event that tells it
     * @throws Problem 422 when it is that desk's already
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public TypeId transfer(String actor, Version head, TypeId desk, String reason) {
        ObjectNode request = request(head, desk).put("reason", reason);
        desks.of(head.id()).ifPresent(present -> {
            if (present.equals(desk.toString())) {
                throw Problem.of(ProblemType.INVALID, "The record belongs to that desk already.")
                        .at("/desk", "same_desk", "Name another desk.");
            }
            request.put("from", present);
        });
        RecordDesk.change(writes, head.id(), desk);
        desks.know(head.id(), Optional.of(desk.toString()));
        return log(actor, head, RecordEvent.TRANSFERRED, request);
    }

    private TypeId log(String actor, Version version, String act, ObjectNode request) {
        // For staff: how a newsroom is organised is not published.
        RecordEvent event = RecordEvent.of(version.id(), act, false);
        return history.step(version, SystemTime.after(version.recordedAt(), clock), actor, event, Reason.NONE, request);
    }

    private static ObjectNode request(Version version, TypeId desk) {
        return StoredJson.object()
                .put("record", version.id().toString())
                .put("version", version.n())
                .put("desk", desk.toString());
    }
}
