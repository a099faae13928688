package org.claimtrail.audit;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.claimtrail.audit.log.Sequencing;
import org.claimtrail.shared.database.Query;
import org.claimtrail.shared.database.Writes;
import org.claimtrail.shared.id.Kind;
import org.claimtrail.shared.id.TypeId;
import org.jspecify.annotations.Nullable;

/** The way into the log: what is appended commits with the write it tells of, or not at all. */
@ApplicationScoped
public class AuditLog {

    /** A leaf that is committed and not yet in the tree. */
    private static final String PENDING = "insert into audit_pending (event_id, leaf) values (?, ?)";

    private static final String LATEST =
            "select event_id from audit_event where subject = ? order by subject desc, event_id desc limit 1";

    private final EntityManager entities;
    private final Writes writes;
    private final TransactionSynchronizationRegistry transaction;
    private final Sequencing sequencing;
    private final List<OnCommit> onCommit;
    private final EventCounts counts;

    AuditLog(
            EntityManager entities,
            Writes writes,
            TransactionSynchronizationRegistry transaction,
            Sequencing sequencing,
            @All List<OnCommit> onCommit,
            EventCounts counts) {
        this.entities = entities;
        this.writes = writes;
        this.transaction = transaction;
        this.sequencing = sequencing;
        this.onCommit = onCommit;
        this.counts = counts;
    }

    /**
     * Appends an event in the caller's transaction. Callers that append twice for one subject hold a lock on it, so
     * that {@code prev} makes a chain and not a fork; the database refuses a fork.
     *
     * @return the event's id
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public TypeId append(NewEvent event) {
        String previous = event.first() ? null : previous(event.subject());
        // The latest is the one with the greatest id, so what comes after it needs a greater one, whatever the clock
        // says.
        TypeId id = previous == null ? TypeId.next(Kind.EVENT) : TypeId.behind(TypeId.parse(previous));
        Sealed content = Sealed.of(event.content());
        AuditEvent.write(writes, id, event, previous);
        writes.add(PENDING, id.toString(), Leaf.bytes(id, event, content.commitment(), previous));
        AuditContent.write(writes, id, AuditContent.PUBLIC, content);
        int part = AuditContent.PUBLIC;
        for (ConfidentialPart confidential : event.confidential()) {
            AuditContent.write(writes, id, ++part, confidential.sealed());
        }
        latest().put(event.subject(), id.toString());
        transaction.registerInterposedSynchronization(new WakeAfterCommit(sequencing, onCommit, counts, event.type()));
        return id;
    }

    /** The confidential parts of an event, in the order they were sealed. */
    public List<ConfidentialPart> confidential(TypeId event) {
        Query<ConfidentialPart> sealed = sealed("?", event.toString());
        writes.ask(sealed);
        return sealed.all();
    }

    /**
     * The same, to be asked with others.
     *
     * @param event selects the event; always one of few texts
     */
    public Query<ConfidentialPart> sealed(String event, Object... values) {
        return new Query<>(
                "select salt, content from audit_content where event_id = (" + event + ") and part > 0 order by part",
                row -> ConfidentialPart.of(new Sealed(row.getBytes(1), row.getBytes(2))),
                values);
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

    /** Asks for a subject's latest event, for {@link #follow}. */
    public Query<String> latest(TypeId subject) {
        return new Query<>(LATEST, row -> row.getString(1), subject.toString());
    }

    /** What is appended to a subject follows this event. The caller asked for it under a lock, or takes that with the event. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void follow(TypeId subject, Query<String> latest) {
        latest.first().ifPresent(event -> latest().put(subject, event));
    }

    private @Nullable String previous(TypeId subject) {
        String known = latest().get(subject);
        if (known != null) {
            return known;
        }
        return writes.read(LATEST, row -> row.getString(1), subject.toString()).stream()
                .findFirst()
                .orElse(null);
    }

    /** The latest events of the subjects that this transaction has locked, or appended to. */
    private Map<TypeId, String> latest() {
        @SuppressWarnings("unchecked")
        Map<TypeId, String> latest = (Map<TypeId, String>) transaction.getResource(AuditLog.class);
        if (latest == null) {
            latest = new HashMap<>();
            transaction.putResource(AuditLog.class, latest);
        }
        return latest;
    }
}
