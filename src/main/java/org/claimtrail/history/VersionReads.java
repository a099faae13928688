package org.claimtrail.history;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.claimtrail.audit.AuditLog;
import org.claimtrail.audit.ConfidentialPart;
import org.claimtrail.shared.database.Query;
import org.claimtrail.shared.database.Rows;
import org.claimtrail.shared.database.Writes;
import org.claimtrail.shared.id.TypeId;
import org.claimtrail.shared.time.SystemTime;

/** Versions as they were committed: by number, by what stands now, by what was known at an instant. */
@ApplicationScoped
public class VersionReads {

    /** Versions of a record, as {@link #version(ResultSet)} reads them. */
    static final String ROW = "select v.record_id, v.n, v.recorded_at, v.known_from, v.known_until, v.event_id,"
            + " v.published_event, v.tag, c.content from record_version v"
            + " join audit_content c on c.event_id = v.event_id and c.part = 0 where v.record_id = ?";

    private static final String CURRENT = ROW + " and v.known_until = " + SystemTime.FOREVER_IN_SQL;

    /** The record, which is one, is named so that the embedded database takes the key from its end, too. */
    private static final String LATEST = " order by v.record_id desc, v.n desc limit 1";

    private static final String HEAD = ROW + LATEST;
    private static final String HEAD_EVENT = "select v.event_id from record_version v where v.record_id = ?" + LATEST;
    private static final String NUMBERED = ROW + " and v.n = cast(? as integer)";

    private static final String SELECT = "select new org.claimtrail.history.Version(v, c.content)"
            + " from RecordVersion v join AuditContent c on c.eventId = v.eventId and c.part = 0";

    /** Half of the work of each list. Hibernate would translate a query with "in" again and again; this one has no list. */
    private static final String CONTENTS = "select c.event_id, c.content from " + Rows.wanted(":events")
            + " join audit_content c on c.event_id" + Rows.EACH + " and (c.part = 0) is true";

    private final EntityManager entities;
    private final Writes writes;
    private final AuditLog audit;

    VersionReads(EntityManager entities, Writes writes, AuditLog audit) {
        this.entities = entities;
        this.writes = writes;
        this.audit = audit;
    }

    /** What readers see now. */
    public Optional<Version> current(TypeId id) {
        return one(currentOf(id));
    }

    /** The latest version, published or not. */
    public Optional<Version> head(TypeId id) {
        return one(headOf(id));
    }

    /** One version by its number, published or not. */
    public Optional<Version> version(TypeId id, int n) {
        return one(versionOf(id, n));
    }

    /** Several versions at once; those of erased records are left out. */
    public Map<SnapshotId, Version> versions(Collection<SnapshotId> wanted) {
        if (wanted.isEmpty()) {
            return Map.of();
        }
        if (wanted.size() == 1) {
            SnapshotId one = wanted.iterator().next();
            return version(TypeId.parse(one.id()), one.version())
                    .map(version -> Map.of(one, version))
                    .orElse(Map.of());
        }
        // Each record with each number: few more than those wanted, and one query.
        return entities.createQuery(SELECT + " where v.recordId in :ids and v.n in :numbers", Version.class)
                .setParameter("ids", wanted.stream().map(SnapshotId::id).collect(Collectors.toSet()))
                .setParameter(
                        "numbers", wanted.stream().map(SnapshotId::version).collect(Collectors.toSet()))
                .getResultStream()
                .collect(Collectors.toMap(
                        version -> new SnapshotId(version.id().toString(), version.n()), version -> version));
    }

    /** Every version that is still there, published or not, latest first. */
    public List<Version> all(TypeId id) {
        return select(id, " order by v.n desc").getResultList();
    }

    /** The confidential parts that a version commits to, in their order there. */
    public List<ConfidentialPart> confidential(Version version) {
        return audit.confidential(version.written());
    }

    /** The same of the latest version, to be asked with others. */
    public Query<ConfidentialPart> confidentialOfHead(TypeId id) {
        return audit.sealed(HEAD_EVENT, id.toString());
    }

    /** What readers saw at an instant. */
    public Optional<Version> knownAt(TypeId id, Instant at) {
        // The first that ended later is the only one it may be: none begins before another one has ended.
        return first(select(id, " and v.knownUntil > :at order by v.recordId, v.knownUntil")
                        .setParameter("at", at))
                .filter(version -> version.isKnownAt(at));
    }

    /** Published versions known at an instant, latest first: what a reader could have seen listed then. */
    public List<Version> publishedBy(TypeId id, Instant at) {
        return select(id, RecordVersion.PUBLISHED + " and v.knownFrom <= :at order by v.knownFrom desc")
                .setParameter("at", at)
                .setParameter("ever", Instant.EPOCH)
                .getResultList();
    }

    /**
     * Versions with a number below {@code before}, latest first; without their contents.
     *
     * @param since only those that were written, published, or replaced at this instant or later
     */
    List<RecordVersion> below(TypeId id, int before, boolean unpublishedToo, Optional<Instant> since, int limit) {
        String published = unpublishedToo ? "" : RecordVersion.PUBLISHED;
        String written = unpublishedToo ? "v.recordedAt >= :since or " : "";
        String changed = since.isEmpty()
                ? ""
                : " and (" + written + "v.knownFrom >= :since or v.knownUntil >= :since and v.knownUntil < :forever)";
        TypedQuery<RecordVersion> query = entities.createQuery(
                        "from RecordVersion v where v.recordId = :id" + published + changed
                                + " and v.n < :before order by v.recordId desc, v.n desc",
                        RecordVersion.class)
                .setParameter("id", id.toString())
                .setParameter("before", before)
                .setMaxResults(limit);
        since.ifPresent(at -> query.setParameter("since", at).setParameter("forever", SystemTime.FOREVER));
        if (!unpublishedToo) {
            query.setParameter("ever", Instant.EPOCH);
        }
        return query.getResultList();
    }

    /** These with their contents; those of erased records are left out. */
    List<Version> with(List<RecordVersion> rows) {
        Map<String, byte[]> contents =
                contents(rows.stream().map(row -> row.eventId).toList());
        List<Version> found = new ArrayList<>();
        for (RecordVersion row : rows) {
            byte[] content = contents.get(row.eventId);
            if (content != null) {
                found.add(new Version(row, content));
            }
        }
        return found;
    }

    /** Whether there is such a record, erased or not. */
    boolean exists(TypeId id) {
        return entities.find(RecordVersion.class, new RecordVersionId(id.toString(), 1)) != null;
    }

    /** True while nothing was ever recorded. */
    public boolean isEmpty() {
        return writes.read("select n from record_version limit 1", row -> row.getInt(1))
                .isEmpty();
    }

    /** The stored bytes behind events, by event; those of erased records are left out. */
    public Map<String, byte[]> contents(Collection<String> events) {
        if (events.isEmpty()) {
            return Map.of();
        }
        Map<String, byte[]> found = new HashMap<>();
        List<?> rows = entities.createNativeQuery(CONTENTS, Object[].class)
                .setParameter("events", Set.copyOf(events).toArray(new String[0]))
                .getResultList();
        for (Object row : rows) {
            Object[] columns = (Object[]) row;
            found.put((String) columns[0], (byte[]) columns[1]);
        }
        return found;
    }

    /** As {@link #current}, to be asked with others. */
    public Query<Version> currentOf(TypeId id) {
        return new Query<>(CURRENT, VersionReads::version, id.toString());
    }

    /** As {@link #version}, to be asked with others. */
    public Query<Version> versionOf(TypeId id, int n) {
        return new Query<>(NUMBERED, VersionReads::version, id.toString(), n);
    }

    /** As {@link #head}, to be asked with others. */
    Query<Version> headOf(TypeId id) {
        return new Query<>(HEAD, VersionReads::version, id.toString());
    }

    private Optional<Version> one(Query<Version> query) {
        writes.ask(query);
        return query.first();
    }

    static Version version(ResultSet row) throws SQLException {
        TypeId written = TypeId.parse(row.getString(6));
        String published = row.getString(7);
        return new Version(
                TypeId.parse(row.getString(1)),
                row.getInt(2),
                row.getObject(3, OffsetDateTime.class).toInstant(),
                Rows.instant(row, 4),
                Rows.instant(row, 5),
                written,
                published == null ? written : TypeId.parse(published),
                row.getString(8),
                row.getBytes(9));
    }

    private TypedQuery<Version> select(TypeId id, String where) {
        return entities.createQuery(SELECT + " where v.recordId = :id" + where, Version.class)
                .setParameter("id", id.toString());
    }

    private static Optional<Version> first(TypedQuery<Version> query) {
        return query.setMaxResults(1).getResultList().stream().findFirst();
    }
}
