package org.claimtrail.history;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import org.claimtrail.shared.id.TypeId;
import org.claimtrail.shared.time.SystemTime;
import org.jspecify.annotations.Nullable;

/** Where a version stands in its record and in time. The content hangs on its audit event. */
@Entity
@IdClass(RecordVersionId.class)
@Table(name = "record_version")
class RecordVersion {

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

    RecordVersion(NewVersion version, TypeId event, String tag) {
        this.recordId = version.id().toString();
        this.n = version.n();
        this.recordedAt = version.at();
        this.eventId = event.toString();
        this.tag = tag;
    }

    /** Readers see it from now on. */
    void show(Instant at) {
        if (knownFrom != null) {
            throw new IllegalStateException(recordId + " version " + n + " was published before");
        }
        knownFrom = at;
        knownUntil = SystemTime.FOREVER;
    }

    /** As {@link #show}, by an event of its own. */
    void publish(Instant at, TypeId event) {
        show(at);
        publishedEvent = event.toString();
    }
}
