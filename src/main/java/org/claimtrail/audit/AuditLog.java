package org.claimtrail.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import org.claimtrail.audit.log.Sequencing;
import org.claimtrail.shared.id.Kind;
import org.claimtrail.shared.id.TypeId;
import org.jspecify.annotations.Nullable;

/** The way into the log: what is appended commits with the write it tells of, or not at all. */
@ApplicationScoped
public class AuditLog {

    private final EntityManager entities;
    private final TransactionSynchronizationRegistry transaction;
    private final Sequencing sequencing;
    private final EventCounts counts;

    AuditLog(
            EntityManager entities,
            TransactionSynchronizationRegistry transaction,
            Sequencing sequencing,
            EventCounts counts) {
        this.entities = entities;
        this.transaction = transaction;
        this.sequencing = sequencing;
        this.counts = counts;
    }

    /**
     * Appends an event in the caller's transaction. Callers that append twice for one subject hold a lock on it, so
     * that {@code prev} makes a chain and not a fork.
     *
     * @return the event's id
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public TypeId append(NewEvent event) {
        String previous = event.first() ? null : latest(event.subject());
        // The latest is the one with the greatest id, so what comes after it needs a greater one, whatever the clock
        // says.
        TypeId id = previous == null ? TypeId.next(Kind.EVENT) : TypeId.behind(TypeId.parse(previous));
        Sealed content = Sealed.of(event.content());
        entities.persist(new AuditEvent(id, event, previous));
        entities.persist(new PendingEntry(id, Leaf.bytes(id, event, content.commitment(), previous)));
        entities.persist(new AuditContent(id, AuditContent.PUBLIC, content));
        int part = AuditContent.PUBLIC;
        for (ConfidentialPart confidential : event.confidential()) {
            entities.persist(new AuditContent(id, ++part, confidential.sealed()));
        }
        transaction.registerInterposedSynchronization(new WakeAfterCommit(sequencing, counts, event.type()));
        return id;
    }

    /** The confidential parts of an event, in the order they were sealed. */
    public List<ConfidentialPart> confidential(TypeId event) {
        return entities.createQuery(
                        "select c from AuditContent c where c.eventId = :event and c.part > 0 order by c.part",
                        AuditContent.class)
                .setParameter("event", event.toString())
                .getResultStream()
                .map(ConfidentialPart::of)
                .toList();
    }

    /** Whether an event of this type, subject, version and actor was appended at this instant or later. */
    public boolean hasSince(Instant at, EventType type, TypeId subject, int version, String actor) {
        return !entities.createQuery(
                        "select e.id from AuditEvent e where e.subject = :subject and e.type = :type"
                                + " and e.version = :version and e.actor = :actor and e.at >= :at",
                        String.class)
                .setParameter("subject", subject.toString())
                .setParameter("type", type.type())
                .setParameter("version", version)
                .setParameter("actor", actor)
                .setParameter("at", at)
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }

    private @Nullable String latest(TypeId subject) {
        List<String> ids = entities.createQuery(
                        "select e.id from AuditEvent e where e.subject = :subject order by e.id desc", String.class)
                .setParameter("subject", subject.toString())
                .setMaxResults(1)
                .getResultList();
        return ids.isEmpty() ? null : ids.get(0);
    }
}
