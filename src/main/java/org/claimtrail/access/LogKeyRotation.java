package org.claimtrail.access;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.claimtrail.audit.AuditLog;
import org.claimtrail.audit.NewEvent;
import org.claimtrail.audit.Reason;
import org.claimtrail.audit.log.LogKeyView;
import org.claimtrail.audit.log.LogKeys;
import org.claimtrail.shared.http.Problem;
import org.claimtrail.shared.http.ProblemType;
import org.claimtrail.shared.id.TypeId;
import org.claimtrail.shared.json.CanonicalJson;
import org.claimtrail.shared.json.StoredJson;

/**
 * A new key for the log: from the event on, both the new key and those before it sign every checkpoint, until the old
 * one is retired. So who pinned the old key learns of the new one from checkpoints that the old one still signs.
 */
@ApplicationScoped
class LogKeyRotation {

    private final LogKeys keys;
    private final AuditLog audit;
    private final Clock clock;

    LogKeyRotation(LogKeys keys, AuditLog audit, Clock clock) {
        this.keys = keys;
        this.audit = audit;
        this.clock = clock;
    }

    /** Lets a fresh key sign beside those that do. */
    @Transactional
    LogKeyView rotate(Actor by) {
        keys.lock();
        Instant at = clock.instant();
        LogKeyView key = keys.introduce(at);
        log(LogKeyEvent.ROTATED, key, at, by, true);
        return key;
    }

    /**
     * Lets a key sign no more.
     *
     * @throws Problem 404 when there is no such key, 409 when no other key signs, or this one does not any more
     */
    @Transactional
    LogKeyView retire(Actor by, TypeId id) {
        keys.lock();
        Instant at = clock.instant();
        List<LogKeyView> all = keys.all();
        if (all.stream().noneMatch(key -> key.id().equals(id.toString()))) {
            throw Problem.of(ProblemType.NOT_FOUND, "The log has no key " + id + ".");
        }
        LogKeyView key = keys.retire(id, at)
                .orElseThrow(() -> Problem.of(
                        ProblemType.WRONG_STATE,
                        "This key is retired, or it is the only one that signs. Make another one first."));
        log(LogKeyEvent.RETIRED, key, at, by, false);
        return key;
    }

    private void log(LogKeyEvent event, LogKeyView key, Instant at, Actor by, boolean first) {
        ObjectNode content = StoredJson.object();
        content.put("id", key.id()).put("vkey", key.vkey());
        audit.append(new NewEvent(
                event,
                TypeId.parse(key.id()),
                0,
                Reason.NONE,
                at,
                by.pseudonym(),
                CanonicalJson.bytes(content),
                List.of(),
                first));
    }
}
