package org.claimtrail.history;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import org.claimtrail.audit.ConfidentialPart;
import org.claimtrail.audit.EventType;
import org.claimtrail.audit.Reason;
import org.claimtrail.shared.id.TypeId;

/**
 * A version to be written.
 *
 * @param n 1 for a new record, else the one behind the version that {@link History#lock} gave
 * @param content what the feature says; id, version and recordedAt are added
 * @param published whether it is what readers see from now on
 * @param confidential parts that the content commits to
 */
public record NewVersion(
        TypeId id,
        int n,
        ObjectNode content,
        Instant at,
        String actor,
        EventType event,
        Reason reason,
        boolean published,
        List<ConfidentialPart> confidential) {

    /** A version without confidential parts that readers see at once. */
    public static NewVersion published(
            TypeId id, int n, ObjectNode content, Instant at, String actor, EventType event) {
        return new NewVersion(id, n, content, at, actor, event, Reason.NONE, true, List.of());
    }
}
