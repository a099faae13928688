package org.claimtrail.history;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.claimtrail.shared.http.Cursor;
import org.claimtrail.shared.http.PageRequest;
import org.claimtrail.shared.http.Slice;
import org.claimtrail.shared.id.TypeId;
import org.claimtrail.shared.who.Viewer;
import org.jspecify.annotations.Nullable;

/** Reads for one viewer: what is not published is not there for those who may not see it. */
@ApplicationScoped
public class RecordReader {

    /** Versions whose contents, which may be large, are in memory at a time. */
    private static final int AT_ONCE = 20;

    private final PublicReads publicReads;
    private final VersionReads reads;
    private final Closures closures;
    private final RecordDesks desks;
    private final Viewer viewer;
    private final Clock clock;

    RecordReader(
            PublicReads publicReads,
            VersionReads reads,
            Closures closures,
            RecordDesks desks,
            Viewer viewer,
            Clock clock) {
        this.publicReads = publicReads;
        this.reads = reads;
        this.closures = closures;
        this.desks = desks;
        this.viewer = viewer;
        this.clock = clock;
    }

    /**
     * What the viewer sees now, or what everyone saw at an instant.
     *
     * @throws org.claimtrail.shared.http.Problem 404 when that is nothing, 410 when it was erased, 451 when it is withheld
     *     from this viewer
     */
    public Version read(TypeId id, @Nullable Instant knownAt) {
        Optional<Version> open = knownAt == null && viewer.isAnonymous() ? publicReads.current(id) : Optional.empty();
        return open.orElseGet(() -> readOrRefuse(id, knownAt));
    }

    private Version readOrRefuse(TypeId id, @Nullable Instant knownAt) {
        closures.requireReadable(id);
        return find(id, knownAt).orElseThrow(() -> History.nothing(id));
    }

    /** One version, if the viewer may see it; 404 otherwise, or what {@link #read} says of a closed record. */
    public Version version(TypeId id, int n) {
        Optional<Version> open = viewer.isAnonymous() ? publicReads.version(id, n) : Optional.empty();
        return open.orElseGet(() -> versionOrRefuse(id, n));
    }

    private Version versionOrRefuse(TypeId id, int n) {
        closures.requireReadable(id);
        return reads.version(id, n)
                .filter(version -> version.isPublished() || seesDrafts(id))
                .orElseThrow(() -> History.nothing(id));
    }

    /** As above, by the number as it stands in an address; 404 when it is none. */
    public Version version(TypeId id, String n) {
        if (!n.matches("[1-9][0-9]{0,8}")) {
            throw History.nothing(id);
        }
        return version(id, Integer.parseInt(n));
    }

    /** The versions the viewer may see, latest first; the record is at a path. */
    public Slice<VersionEntry> versions(TypeId id, String path, PageQuery query) {
        PageRequest page = query.page();
        Optional<Instant> since = query.updatedSince();
        closures.requireReadable(id);
        int before = page.after().map(cursor -> (int) cursor.number(0)).orElse(Integer.MAX_VALUE);
        List<RecordVersion> found = reads.below(id, before, seesDrafts(id), since, page.limit() + 1);
        if (found.isEmpty() && page.after().isEmpty() && (since.isEmpty() || hasNone(id))) {
            throw History.nothing(id);
        }
        Slice<RecordVersion> slice = Slice.cut(
                found,
                page.limit(),
                version -> Cursor.of(Integer.toString(version.n)).encode());
        List<VersionEntry> entries = new ArrayList<>();
        for (int from = 0; from < slice.items().size(); from += AT_ONCE) {
            int to = Math.min(slice.items().size(), from + AT_ONCE);
            reads.with(slice.items().subList(from, to)).forEach(version -> entries.add(VersionEntry.of(version, path)));
        }
        return new Slice<>(entries, slice.next());
    }

    private boolean hasNone(TypeId id) {
        return reads.below(id, Integer.MAX_VALUE, seesDrafts(id), Optional.empty(), 1)
                .isEmpty();
    }

    /** 404 unless the viewer may know that there is this record, closed or not. */
    public void requireHeardOf(TypeId id) {
        boolean heardOf = seesDrafts(id) ? reads.exists(id) : closures.wasPublished(id);
        if (!heardOf) {
            throw History.nothing(id);
        }
    }

    private boolean seesDrafts(TypeId id) {
        return desks.rights(id).seesDrafts();
    }

    private Optional<Version> find(TypeId id, @Nullable Instant knownAt) {
        if (knownAt != null) {
            return knownAt.isAfter(clock.instant()) ? reads.current(id) : reads.knownAt(id, knownAt);
        }
        return seesDrafts(id) ? reads.head(id) : reads.current(id);
    }
}
