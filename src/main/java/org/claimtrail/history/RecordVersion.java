package org.claimtrail.history;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import org.claimtrail.shared.database.Writes;
import org.claimtrail.shared.id.TypeId;
import org.claimtrail.shared.time.SystemTime;
import org.jspecify.annotations.Nullable;

/** Where a version stands in its record and in time. The content hangs on its audit event. */
@Entity
@IdClass(RecordVersionId.class)
@Table(name = "record_version")
class RecordVersion {

    private static final String HIDDEN =
            "insert into record_version (record_id, n, recorded_at, event_id, tag) values (?, ?, ?, ?, ?)";
    private static final String SHOWN = "insert into record_version"
            + " (record_id, n, recorded_at, event_id, tag, known_from, known_until) values (?, ?, ?, ?, ?, ?, ?)";
    private static final String SUPERSEDE =
            "update record_version set known_until = ? where record_id = ? and known_until = ?";
    private static final String PUBLISH = "update record_version"
            + " set known_from = ?, known_until = ?, published_event = ? where record_id = ? and n = ?";

    /** A condition by which an index finds, on each database, what was published: it ended, or will, after there was any. */
    static final String PUBLISHED = " and v.knownUntil > :ever";

    @Id
    @Column(name = "record_id")
    String recordId;

    @Id
    int n;

    @Column(name = "recorded_at")
    Instant recordedAt;

    @Column(name = "known_from")
    @Nullable
    Instant knownFrom;

    @Column(name = "known_until")
    @Nullable
    Instant knownUntil;

    @Column(name = "event_id")
    String eventId;

    /** The event that made readers see it, where that was not the one that wrote it. */
    @Column(name = "published_event")
    @Nullable
    String publishedEvent;

    String tag;

    @SuppressWarnings("NullAway.Init")
    RecordVersion() {}

    /** A version just written; readers see it at once, if it is published. */
    static Version write(Writes writes, NewVersion version, TypeId event, String tag, byte[] content) {
        String id = version.id().toString();
        if (version.published()) {
            supersede(writes, id, version.n(), version.at());
            writes.add(SHOWN, id, version.n(), version.at(), event.toString(), tag, version.at(), SystemTime.FOREVER);
            return written(version, event, tag, content, version.at(), SystemTime.FOREVER);
        }
        writes.add(HIDDEN, id, version.n(), version.at(), event.toString(), tag);
        return written(version, event, tag, content, null, null);
    }

    /** Readers see it from now on, by an event of its own. */
    static void publish(Writes writes, Version version, Instant at, TypeId event) {
        if (version.isPublished()) {
            throw new IllegalStateException(version.id() + " version " + version.n() + " was published before");
        }
        String id = version.id().toString();
        supersede(writes, id, version.n(), at);
        writes.add(PUBLISH, at, SystemTime.FOREVER, event.toString(), id, version.n());
    }

    private static void supersede(Writes writes, String id, int n, Instant at) {
        if (n > 1) {
            writes.add(SUPERSEDE, at, id, SystemTime.FOREVER);
        }
    }

    private static Version written(
            NewVersion version,
            TypeId event,
            String tag,
            byte[] content,
            @Nullable Instant knownFrom,
            @Nullable Instant knownUntil) {
        return new Version(version.id(), version.n(), version.at(), knownFrom, knownUntil, event, event, tag, content);
    }
}
