package org.claimtrail.claims;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import org.claimtrail.history.SnapshotRepository;
import org.claimtrail.history.Version;
import org.claimtrail.history.Visibility;
import org.claimtrail.shared.database.Writes;
import org.claimtrail.shared.id.Kind;
import org.claimtrail.shared.id.TypeId;
import org.claimtrail.shared.time.SystemTime;
import org.jspecify.annotations.Nullable;

/** Claims and their topics. */
@ApplicationScoped
class ClaimRepository extends SnapshotRepository<Claim> {

    private final EntityManager entities;
    private final Writes writes;
    private final Visibility visibility;

    ClaimRepository(EntityManager entities, Writes writes, Visibility visibility) {
        super(Kind.CLAIM, visibility);
        this.visibility = visibility;
        this.entities = entities;
        this.writes = writes;
    }

    void replace(Version version, ClaimContent content) {
        Claim.write(writes, version, content);
        ClaimTopic.write(writes, version, content.topics());
    }

    /** Those that were merged into one, as it stood at an instant, null for now; the earliest merged first. */
    List<Claim> mergedInto(TypeId target, @Nullable Instant knownAt, int limit) {
        String order = visibility.and("id") + " order by knownFrom, id";
        return (knownAt == null
                        ? find("mergedInto = ?1 and knownUntil = ?2" + order, target.toString(), SystemTime.FOREVER)
                        : find(
                                "mergedInto = ?1 and knownFrom <= ?2 and knownUntil > ?2" + order,
                                target.toString(),
                                knownAt))
                .range(0, limit - 1)
                .list();
    }

    /** Lists show something new of the claim from now on. */
    void touch(TypeId id, Instant at) {
        // What waited for an edit found the row that was replaced by it; now it finds the one that stands.
        if (!isTouched(id, at)) {
            isTouched(id, at);
        }
    }

    private boolean isTouched(TypeId id, Instant at) {
        return update(
                        "changedAt = ?1 where id = ?2 and knownUntil = ?3 and changedAt < ?1",
                        at,
                        id.toString(),
                        SystemTime.FOREVER)
                > 0;
    }

    @Override
    public void erase(TypeId id) {
        super.erase(id);
        entities.createQuery("delete from ClaimTopic t where t.claimId = :id")
                .setParameter("id", id.toString())
                .executeUpdate();
    }
}
