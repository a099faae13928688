package org.claimtrail.history;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.claimtrail.shared.http.Slice;
import org.claimtrail.shared.id.Kind;
import org.claimtrail.shared.id.TypeId;
import org.claimtrail.shared.json.RawJson;
import org.claimtrail.shared.time.SystemTime;
import org.jspecify.annotations.Nullable;

/** Snapshots of one kind of record. */
public abstract class SnapshotRepository<E extends Snapshot>
        implements PanacheRepositoryBase<E, SnapshotId>, Projection {

    private final Kind kind;
    private final Visibility visibility;

    protected SnapshotRepository(Kind kind, Visibility visibility) {
        this.kind = kind;
        this.visibility = visibility;
    }

    /** For the proxies of the container, which hold nothing themselves. */
    @SuppressWarnings("NullAway")
    protected SnapshotRepository() {
        this.kind = null;
        this.visibility = null;
    }

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

    /** The snapshots of records as they stood at an instant, null for now; those withheld from the reader are left out. */
    public List<E> standing(Collection<String> ids, @Nullable Instant knownAt) {
        if (ids.isEmpty()) {
            return List.of();
        }
        // Of one, which is what most ask for, Hibernate keeps the translation; with a list it makes it anew each time.
        boolean one = ids.size() == 1;
        Object key = one ? ids.iterator().next() : Set.copyOf(ids);
        String which = (one ? "id = ?1" : "id in ?1") + visibility.and("id");
        return knownAt == null
                ? list(which + " and knownUntil = ?2", key, SystemTime.FOREVER)
                : list(which + " and knownFrom <= ?2 and knownUntil > ?2", key, knownAt);
    }

    /** The stored bytes of records as they stood at an instant, null for now, by id. */
    public Map<String, byte[]> contents(Collection<String> ids, @Nullable Instant knownAt, VersionReads reads) {
        List<E> found = standing(ids, knownAt);
        Map<String, byte[]> bytes =
                reads.contents(found.stream().map(row -> row.eventId).toList());
        Map<String, byte[]> contents = new HashMap<>();
        found.stream()
                .filter(row -> bytes.containsKey(row.eventId))
                .forEach(row -> contents.put(row.id, bytes.get(row.eventId)));
        return contents;
    }

    /** A page of records as their stored bytes, sorted by system time. */
    public Slice<RawJson> page(Listing listing, VersionReads reads) {
        return page(list(listing), listing, reads);
    }

    /** As above, of rows that were found. */
    public Slice<RawJson> page(List<E> rows, Listing listing, VersionReads reads) {
        return listing.slice(rows, shown -> stored(shown, reads), row -> row.knownFrom.toString());
    }

    private List<RawJson> stored(List<E> rows, VersionReads reads) {
        Map<String, byte[]> found =
                reads.contents(rows.stream().map(row -> row.eventId).toList());
        return rows.stream()
                .map(row -> found.get(row.eventId))
                .flatMap(Stream::ofNullable)
                .map(RawJson::of)
                .toList();
    }

    /** One page of what stands, or stood at the instant of the listing; one row more than the limit where there are more. */
    public List<E> list(Listing listing) {
        listing.narrowed(visibility.and("e.id"));
        return find(listing.query(), listing.parameters())
                .range(0, listing.limit())
                .list();
    }

    @Override
    public Kind kind() {
        return kind;
    }

    @Override
    public void erase(TypeId id) {
        delete("id", id.toString());
    }
}
