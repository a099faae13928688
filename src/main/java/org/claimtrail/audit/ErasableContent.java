package org.claimtrail.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import org.claimtrail.shared.id.TypeId;

/**
 * The half of events that can be erased: salt and content. Events, leaves and their commitments stay, so that proofs
 * over them still verify; without the salt a commitment says nothing even to who can guess the content.
 */
@ApplicationScoped
public class ErasableContent {

    private static final String OF_SUBJECT =
            "c.eventId in (select e.id from AuditEvent e where e.subject = :subject and e.type <> :kept)";

    private final EntityManager entities;

    ErasableContent(EntityManager entities) {
        this.entities = entities;
    }

    /**
     * Destroys salt and content, confidential parts included, of every event of a subject.
     *
     * @param kept the type of the events that tell of erasure, which hold nothing to erase
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void destroy(TypeId subject, EventType kept) {
        entities.createQuery("delete from AuditContent c where " + OF_SUBJECT)
                .setParameter("subject", subject.toString())
                .setParameter("kept", kept.type())
                .executeUpdate();
    }

    /** Whether anything is there that {@link #destroy} would destroy. */
    public boolean remains(TypeId subject, EventType kept) {
        return !entities.createQuery("select c.part from AuditContent c where " + OF_SUBJECT, Integer.class)
                .setParameter("subject", subject.toString())
                .setParameter("kept", kept.type())
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }
}
