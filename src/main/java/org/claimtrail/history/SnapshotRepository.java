package org.claimtrail.history;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.claimtrail.shared.http.Slice;
import org.claimtrail.shared.id.TypeId;
import org.claimtrail.shared.json.RawJson;
import org.claimtrail.shared.time.SystemTime;
import org.jspecify.annotations.Nullable;

/** Snapshots of one kind of record. */
public abstract class SnapshotRepository<E extends Snapshot> implements PanacheRepositoryBase<E, SnapshotId> {

    /** Keeps the snapshot of a version just written, in place of the one before. The caller holds the lock. */
    public void replace(E next) {
        if (next.version > 1) {
            update("knownUntil = ?1 where id = ?2 and knownUntil = ?3", next.knownFrom, next.id, SystemTime.FOREVER);
        }
        persist(next);
    }

    /** What stands now. */
    public Optional<E> current(TypeId id) {
        return find("id = ?1 and knownUntil = ?2", id.toString(), SystemTime.FOREVER)
                .firstResultOptional();
    }

    /** The snapshots of records as they stood at an instant, null for now. */
    public List<E> standing(Collection<String> ids, @Nullable Instant knownAt) {
        if (ids.isEmpty()) {
            return List.of();
        }
        return knownAt == null
                ? list("id in ?1 and knownUntil = ?2", Set.copyOf(ids), SystemTime.FOREVER)
                : list("id in ?1 and knownFrom <= ?2 and knownUntil > ?2", Set.copyOf(ids), knownAt);
    }

    /** The stored bytes of records as they stood at an instant, null for now, by id. */
    public Map<String, byte[]> contents(Collection<String> ids, @Nullable Instant knownAt, VersionReads reads) {
        List<E> found = standing(ids, knownAt);
        List<byte[]> bytes =
                reads.contents(found.stream().map(row -> row.eventId).toList());
        Map<String, byte[]> contents = new HashMap<>();
        for (int i = 0; i < found.size(); i++) {
            contents.put(found.get(i).id, bytes.get(i));
        }
        return contents;
    }

    /** A page of records as their stored bytes, sorted by system time. */
    public Slice<RawJson> page(Listing listing, VersionReads reads) {
        List<E> rows = list(listing);
        List<String> events = rows.stream().map(row -> row.eventId).toList();
        List<RawJson> items = reads.contents(events).stream().map(RawJson::of).toList();
        return listing.slice(rows, items, row -> row.knownFrom.toString());
    }

    /** One page of what stands, or stood at the instant of the listing; one row more than the limit where there are more. */
    public List<E> list(Listing listing) {
        return find(listing.query(), listing.parameters())
                .range(0, listing.limit())
                .list();
    }
}
