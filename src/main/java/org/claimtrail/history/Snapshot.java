package org.claimtrail.history;

import jakarta.persistence.Column;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.MappedSuperclass;
import java.time.Instant;
import org.claimtrail.shared.id.TypeId;
import org.claimtrail.shared.time.SystemTime;

/**
 * What a feature keeps of one version in columns, to find and judge it by: derived from the content, never more than
 * that. Stands from {@link #knownFrom} until the next version's takes its place.
 */
@MappedSuperclass
@IdClass(SnapshotId.class)
public abstract class Snapshot {

    @Id
    protected String id;

    @Id
    protected int version;

    @Column(name = "known_from")
    protected Instant knownFrom;

    @Column(name = "known_until")
    protected Instant knownUntil;

    @Column(name = "event_id")
    protected String eventId;

    @SuppressWarnings("NullAway.Init")
    protected Snapshot() {}

    /** The snapshot of a version that readers see from now on. */
    @SuppressWarnings("NullAway.Init")
    protected Snapshot(Version version) {
        this.id = version.id().toString();
        this.version = version.n();
        this.knownFrom = version.recordedAt();
        this.knownUntil = SystemTime.FOREVER;
        this.eventId = version.event().toString();
    }

    public TypeId id() {
        return TypeId.parse(id);
    }

    public int version() {
        return version;
    }

    public Instant knownFrom() {
        return knownFrom;
    }

    /** The event whose content this is a snapshot of. */
    public String eventId() {
        return eventId;
    }
}
