package org.claimtrail.assessments;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import org.claimtrail.access.Actor;
import org.claimtrail.audit.Reason;
import org.claimtrail.history.History;
import org.claimtrail.shared.id.TypeId;
import org.claimtrail.shared.json.StoredJson;
import org.claimtrail.shared.time.SystemTime;
import org.jspecify.annotations.Nullable;

/** Logs what happens to a version on its way and changes no word of it. */
@ApplicationScoped
class Steps {

    private final History history;
    private final Clock clock;

    Steps(History history, Clock clock) {
        this.history = history;
        this.clock = clock;
    }

    /** What an event of the version commits to, to be added to. */
    static ObjectNode request(Actor by, Open open) {
        return StoredJson.object()
                .put("assessment", open.state().id)
                .put("version", open.state().version)
                .put("by", by.byline());
    }

    /** A step: the version stands where it does since then. */
    @Transactional(Transactional.TxType.MANDATORY)
    void step(Actor by, Open open, AssessmentEvent event, Reason reason, ObjectNode request) {
        Instant at = SystemTime.after(open.state().stepAt, clock);
        open.state().stepped(at, history.step(open.head(), at, by.pseudonym(), event, reason, request));
    }

    /** Takes back that the version is published by itself, if it is. */
    @Transactional(Transactional.TxType.MANDATORY)
    void endEmbargo(Actor by, Open open) {
        if (open.state().publishAt != null) {
            open.state().unschedule();
            step(by, open, AssessmentEvent.UNSCHEDULED, Reason.NONE, request(by, open));
        }
    }

    /** Says who is to review the version, and until when; the version goes on waiting since when it did. */
    @Transactional(Transactional.TxType.MANDATORY)
    TypeId assign(Actor by, Open open, @Nullable String assignee, @Nullable Instant due) {
        open.state().assign(assignee, due);
        ObjectNode request = request(by, open);
        if (assignee != null) {
            request.put("assignee", assignee);
        }
        if (due != null) {
            request.put("due", SystemTime.text(due));
        }
        Instant at = SystemTime.after(open.state().stepAt, clock);
        return history.step(open.head(), at, by.pseudonym(), AssessmentEvent.REVIEW_ASSIGNED, Reason.NONE, request);
    }
}
