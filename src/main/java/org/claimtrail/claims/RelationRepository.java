package org.claimtrail.claims;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
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
     * from the reader, or lead to a claim that is. At most as many as stand in a dossier.
     */
    List<Relation> of(TypeId claim, @Nullable Instant knownAt) {
        String when = knownAt == null ? "knownUntil = ?3" : "knownFrom <= ?3 and knownUntil > ?3";
        Instant at = knownAt == null ? SystemTime.FOREVER : knownAt;
        // Each end in turn: with "or" the embedded database reads all relations there are.
        return Stream.of("from = ?1", "to = ?1 and from <> ?1")
                .map(end -> "state <> ?2 and " + end + " and " + when + shown() + " order by state, id")
                .map(mine -> find(mine, claim.toString(), RelationState.REJECTED, at)
                        .page(0, Relations.IN_DOSSIER)
                        .list())
                .flatMap(List::stream)
                .sorted(Comparator.comparing((Relation relation) -> relation.state.name())
                        .thenComparing(Relation::id))
                .limit(Relations.IN_DOSSIER)
                .sorted(Comparator.comparing(Relation::id))
                .toList();
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
