package org.claimtrail.claims;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import org.claimtrail.history.Listing;
import org.claimtrail.history.SnapshotRepository;
import org.claimtrail.history.Visibility;
import org.claimtrail.shared.id.Kind;
import org.claimtrail.shared.id.TypeId;
import org.claimtrail.shared.time.SystemTime;
import org.jspecify.annotations.Nullable;

/** Relations and the places they keep. */
@ApplicationScoped
class RelationRepository extends SnapshotRepository<Relation> {

    private final EntityManager entities;
    private final Visibility visibility;

    RelationRepository(EntityManager entities, Visibility visibility) {
        super(Kind.RELATION, visibility);
        this.entities = entities;
        this.visibility = visibility;
    }

    /** The relation that holds this place already, if there is one. */
    @Nullable
    RelationPair taken(NewRelation content) {
        return entities.find(RelationPair.class, new RelationPair.Key(content.from(), content.type(), content.to()));
    }

    void take(TypeId id, NewRelation content) {
        entities.persist(new RelationPair(id, content));
    }

    /**
     * Relations from and to a claim that are not rejected, at an instant, null for now; without those that are withheld
     * from the reader, or lead to a claim that is.
     */
    List<Relation> of(TypeId claim, @Nullable Instant knownAt) {
        String mine = "(from = ?1 or to = ?1) and state <> ?2 and ";
        return knownAt == null
                ? list(
                        mine + "knownUntil = ?3" + shown() + " order by id",
                        claim.toString(),
                        RelationState.REJECTED,
                        SystemTime.FOREVER)
                : list(
                        mine + "knownFrom <= ?3 and knownUntil > ?3" + shown() + " order by id",
                        claim.toString(),
                        RelationState.REJECTED,
                        knownAt);
    }

    /** A page: as of every kind, and without relations of a claim that is withheld from the reader. */
    @Override
    public List<Relation> list(Listing listing) {
        return super.list(listing.narrowed(visibility.and("e.from")).narrowed(visibility.and("e.to")));
    }

    @Override
    public void erase(TypeId id) {
        super.erase(id);
        entities.createQuery("delete from RelationPair p where p.relationId = :id")
                .setParameter("id", id.toString())
                .executeUpdate();
    }

    private String shown() {
        return visibility.and("id") + visibility.and("from") + visibility.and("to");
    }
}
