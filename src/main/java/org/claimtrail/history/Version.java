package org.claimtrail.history;

import java.time.Instant;
import org.claimtrail.shared.id.TypeId;
import org.jspecify.annotations.Nullable;

/**
 * One version of one record, as it was committed.
 *
 * @param n 1 for the first
 * @param recordedAt when it was written
 * @param knownFrom when it became what readers see; null while unpublished
 * @param knownUntil when the next one took its place; {@link org.claimtrail.shared.time.SystemTime#FOREVER} for what
 *     stands now; null while unpublished
 * @param written the audit event that first committed to it, and holds its content and confidential parts
 * @param event the audit event to prove it by: the one that published it, or else the one that wrote it
 * @param tag its entity tag, without quotes
 * @param content canonical JSON, the bytes that the event committed to
 */
public record Version(
        TypeId id,
        int n,
        Instant recordedAt,
        @Nullable Instant knownFrom,
        @Nullable Instant knownUntil,
        TypeId written,
        TypeId event,
        String tag,
        byte[] content) {

    /** As the queries give it. */
    Version(RecordVersion row, byte[] content) {
        this(
                TypeId.parse(row.recordId),
                row.n,
                row.recordedAt,
                row.knownFrom,
                row.knownUntil,
                TypeId.parse(row.eventId),
                TypeId.parse(row.publishedEvent == null ? row.eventId : row.publishedEvent),
                row.tag,
                content);
    }

    public boolean isPublished() {
        return knownFrom != null;
    }

    /** Whether readers had seen it by an instant. */
    boolean isKnownAt(Instant at) {
        return knownFrom != null && !knownFrom.isAfter(at);
    }
}
