package org.claimtrail.history;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.claimtrail.shared.database.Query;
import org.claimtrail.shared.database.Writes;
import org.claimtrail.shared.http.Problem;
import org.claimtrail.shared.http.ProblemType;
import org.claimtrail.shared.id.TypeId;
import org.claimtrail.shared.who.Right;
import org.claimtrail.shared.who.Rights;

/** Which records are closed, asked before any of them is read or changed. */
@ApplicationScoped
class Closures {

    private final EntityManager entities;
    private final Writes writes;
    private final RecordDesks desks;
    private final WithheldNotice notice;

    Closures(EntityManager entities, Writes writes, RecordDesks desks, WithheldNotice notice) {
        this.entities = entities;
        this.writes = writes;
        this.desks = desks;
        this.notice = notice;
    }

    Optional<Closure> of(TypeId id) {
        return Optional.ofNullable(entities.find(Closure.class, id.toString()));
    }

    List<Closure> erased() {
        Query<Closure> erased = Closure.erased();
        writes.ask(erased);
        return erased.all();
    }

    /**
     * Lets a reader on to a record that is open to them. What was never published stays unheard of by those who see no
     * drafts, closed or not: nothing is thrown, and they find nothing.
     *
     * @throws Problem 410 when it was erased, 451 when it is withheld and the reader is not one of those who work on it
     */
    void requireReadable(TypeId id) {
        requireReadable(id, of(id));
    }

    private void requireReadable(TypeId id, Optional<Closure> found) {
        Closure closure = found.orElse(null);
        if (closure == null) {
            return;
        }
        boolean inside = desks.rights(id).seesDrafts();
        if (!inside && !wasPublished(id)) {
            return;
        }
        if (closure.isErased() || !inside) {
            throw closure.refusal();
        }
        notice.tell(closure);
    }

    /**
     * Lets an act on a record on, if its desk allows it to the caller; a change also of a withheld one. What records of no
     * desk allow follows from the key alone, and the routes have asked for that.
     *
     * @throws Problem 404 when the record is hidden in a desk, 403 when it is seen and another desk's, 410 when it was
     *     erased
     */
    void requireAllowed(TypeId id, Right right, Optional<Closure> closure) {
        desks.of(id).ifPresent(desk -> requireRight(id, right));
        if (right == Right.READ) {
            requireReadable(id, closure);
        } else {
            closure.ifPresentOrElse(this::requireChangeable, () -> notice.forget(id));
        }
    }

    private void requireRight(TypeId id, Right right) {
        Rights rights = desks.rights(id);
        if (!rights.seesDrafts() && !wasPublished(id)) {
            throw History.nothing(id);
        }
        if (!rights.allow(right)) {
            throw Problem.of(
                    ProblemType.FORBIDDEN,
                    right == Right.EDIT
                            ? "The record belongs to a desk. This takes one of its editors."
                            : "The record belongs to a desk. This takes one of its members.");
        }
    }

    private void requireChangeable(Closure closure) {
        if (closure.isErased()) {
            throw closure.refusal();
        }
        notice.tell(closure);
    }

    /** Whether readers ever saw something of it. */
    boolean wasPublished(TypeId id) {
        return !entities.createQuery(
                        "select v.n from RecordVersion v where v.recordId = :id" + RecordVersion.PUBLISHED,
                        Integer.class)
                .setParameter("id", id.toString())
                .setParameter("ever", Instant.EPOCH)
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }

    void close(Closure closure) {
        entities.merge(closure);
        entities.flush(); // who locks the record asks beside Hibernate
    }

    void open(Closure closure) {
        entities.remove(closure);
        entities.flush();
    }
}
