package org.claimtrail.audit;

import java.time.Instant;
import java.util.Optional;
import org.claimtrail.shared.id.TypeId;

/**
 * Which events are asked for; empty means any.
 *
 * @param since events at or after this instant
 * @param until events before this instant
 * @param after events that come later in the list than this one
 */
public record EventFilter(
        Optional<TypeId> subject,
        Optional<String> actor,
        Optional<String> type,
        Optional<Instant> since,
        Optional<Instant> until,
        Optional<TypeId> after) {

    /** Everything that happened to one subject. */
    public static EventFilter of(TypeId subject, Optional<TypeId> after) {
        return new EventFilter(
                Optional.of(subject), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), after);
    }
}
