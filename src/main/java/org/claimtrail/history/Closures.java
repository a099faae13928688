package org.claimtrail.history;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import org.claimtrail.shared.http.Problem;
import org.claimtrail.shared.id.TypeId;
import org.claimtrail.shared.who.Viewer;

/** Which records are closed, asked before any of them is read or changed. */
@ApplicationScoped
class Closures {

    private final EntityManager entities;
    private final Viewer viewer;
    private final WithheldNotice notice;

    Closures(EntityManager entities, Viewer viewer, WithheldNotice notice) {
        this.entities = entities;
        this.viewer = viewer;
        this.notice = notice;
    }

    Optional<Closure> of(TypeId id) {
        return Optional.ofNullable(entities.find(Closure.class, id.toString()));
    }

    List<Closure> erased() {
        return entities.createQuery("select c from Closure c where c.state = :erased order by c.since", Closure.class)
                .setParameter("erased", Closure.State.ERASED)
                .getResultList();
    }

    /**
     * Lets a reader on to a record that is open to them. What was never published stays unheard of by those who see no
     * drafts, closed or not: nothing is thrown, and they find nothing.
     *
     * @throws Problem 410 when it was erased, 451 when it is withheld and the reader does not belong to the staff
     */
    void requireReadable(TypeId id) {
        Closure closure = of(id).orElse(null);
        if (closure == null || !(viewer.seesDrafts() || wasPublished(id))) {
            return;
        }
        if (closure.isErased() || !viewer.seesDrafts()) {
            throw closure.refusal();
        }
        notice.tell(closure);
    }

    /** Lets a change of a record on, also of a withheld one; 410 when it was erased. */
    void requireChangeable(TypeId id) {
        of(id).ifPresent(closure -> {
            if (closure.isErased()) {
                throw closure.refusal();
            }
            notice.tell(closure);
        });
    }

    /** Whether readers ever saw something of it. */
    boolean wasPublished(TypeId id) {
        return !entities.createQuery(
                        "select v.n from RecordVersion v where v.recordId = :id and v.knownFrom is not null",
                        Integer.class)
                .setParameter("id", id.toString())
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }

    void close(Closure closure) {
        entities.merge(closure);
    }

    void open(Closure closure) {
        entities.remove(closure);
    }
}
