package org.claimtrail.claims;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import org.claimtrail.history.SnapshotRepository;
import org.claimtrail.history.Version;
import org.claimtrail.history.Visibility;
import org.claimtrail.shared.id.Kind;
import org.claimtrail.shared.id.TypeId;
import org.claimtrail.shared.time.SystemTime;

/** Claims and their topics. */
@ApplicationScoped
class ClaimRepository extends SnapshotRepository<Claim> {

    private final EntityManager entities;

    ClaimRepository(EntityManager entities, Visibility visibility) {
        super(Kind.CLAIM, visibility);
        this.entities = entities;
    }

    void replace(Version version, ClaimContent content) {
        replace(new Claim(version, content));
        content.topics().forEach(topic -> entities.persist(new ClaimTopic(version, topic)));
    }

    /** Lists show something new of the claim from now on. */
    void touch(TypeId id, Instant at) {
        update("changedAt = ?1 where id = ?2 and knownUntil = ?3", at, id.toString(), SystemTime.FOREVER);
    }

    @Override
    public void erase(TypeId id) {
        super.erase(id);
        entities.createQuery("delete from ClaimTopic t where t.claimId = :id")
                .setParameter("id", id.toString())
                .executeUpdate();
    }
}
