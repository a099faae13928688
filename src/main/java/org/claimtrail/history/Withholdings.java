package org.claimtrail.history;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.claimtrail.audit.Reason;
import org.claimtrail.shared.http.Preconditions;
import org.claimtrail.shared.http.Problem;
import org.claimtrail.shared.http.ProblemType;
import org.claimtrail.shared.id.TypeId;
import org.claimtrail.shared.json.StoredJson;
import org.claimtrail.shared.time.SystemTime;
import org.claimtrail.shared.who.Right;
import org.jspecify.annotations.Nullable;

/** Takes a record with all its versions from readers, and gives it back as it was. No version changes by it. */
@ApplicationScoped
class Withholdings {

    private final History history;
    private final Closures closures;
    private final WithheldNotice notice;
    private final Clock clock;

    Withholdings(History history, Closures closures, WithheldNotice notice, Clock clock) {
        this.history = history;
        this.closures = closures;
        this.notice = notice;
        this.clock = clock;
    }

    /**
     * Withholds a record.
     *
     * @param tags the entity tags under which a version can be read
     * @return the latest version, as told by the event
     * @throws Problem 409 when it is withheld already, 410 when it was erased, 412 or 428 by If-Match
     */
    @Transactional
    Step withhold(
            String actor,
            TypeId id,
            @Nullable String ifMatch,
            NewWithholding why,
            Function<Version, List<String>> tags) {
        Version head = lock(id, ifMatch, tags);
        closures.of(id).ifPresent(closure -> {
            throw Problem.of(
                    ProblemType.WRONG_STATE,
                    "The record is withheld already, on the ground of " + closure.ground.text()
                            + ". Release it first to give another.");
        });
        Reason reason = why.reason().reason();
        ObjectNode request = request(actor, head).put("reason", reason.text());
        Instant at = SystemTime.after(head.recordedAt(), clock);
        TypeId event = history.step(head, at, actor, event(id, RecordEvent.WITHHELD), reason, request);
        Closure closure = new Closure(id, Closure.State.WITHHELD, reason, at, event);
        closures.close(closure);
        notice.tell(closure);
        return new Step(head, event);
    }

    /**
     * Releases a withheld record: readers find every byte and every tag as before.
     *
     * @throws Problem 409 when it is not withheld, 410 when it was erased, 412 or 428 by If-Match
     */
    @Transactional
    Step release(String actor, TypeId id, @Nullable String ifMatch, Function<Version, List<String>> tags) {
        Version head = lock(id, ifMatch, tags);
        Closure closure =
                closures.of(id).orElseThrow(() -> Problem.of(ProblemType.WRONG_STATE, "The record is not withheld."));
        Instant at = SystemTime.after(closure.since, clock);
        TypeId event =
                history.step(head, at, actor, event(id, RecordEvent.RELEASED), closure.ground, request(actor, head));
        closures.open(closure);
        notice.forget(id);
        return new Step(head, event);
    }

    private Version lock(TypeId id, @Nullable String ifMatch, Function<Version, List<String>> tags) {
        Version head = history.lock(id, Right.EDIT);
        Preconditions.requireMatch(ifMatch, tags.apply(head));
        return head;
    }

    private RecordEvent event(TypeId id, String act) {
        return RecordEvent.of(id, act, closures.wasPublished(id));
    }

    private static ObjectNode request(String actor, Version head) {
        return StoredJson.object()
                .put("record", head.id().toString())
                .put("version", head.n())
                .put("by", actor);
    }

    /** What was done: to which version, told by which event. */
    record Step(Version version, TypeId event) {}
}
