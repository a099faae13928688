package org.claimtrail.audit;

import java.time.Instant;
import java.util.List;
import org.claimtrail.shared.id.TypeId;

/**
 * What is to be logged.
 *
 * @param type what happened
 * @param subject the record, key or claim it happened to
 * @param version the version of the subject, 0 where it has none
 * @param reason an enum, never free text
 * @param at system time, in whole microseconds
 * @param actor the pseudonym of who did it
 * @param content the canonical bytes committed to: the version, or the request where there is no version
 * @param confidential further parts that the content commits to
 * @param first true when the subject is new, so that it has no previous event
 */
public record NewEvent(
        EventType type,
        TypeId subject,
        int version,
        Reason reason,
        Instant at,
        String actor,
        byte[] content,
        List<ConfidentialPart> confidential,
        boolean first) {

    /** A later event of a subject, without confidential parts. */
    public static NewEvent of(
            EventType type, TypeId subject, int version, Reason reason, Instant at, String actor, byte[] content) {
        return new NewEvent(type, subject, version, reason, at, actor, content, List.of(), false);
    }
}
