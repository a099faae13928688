package org.claimtrail.audit;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import org.claimtrail.shared.id.TypeId;

/** The erasable half of an event: the bytes that are served are these bytes, kept nowhere else. */
@Entity
@IdClass(AuditContentId.class)
@Table(name = "audit_content")
class AuditContent {

    /** The part that the leaf commits to. */
    static final int PUBLIC = 0;

    @Id
    @Column(name = "event_id")
    String eventId;

    @Id
    int part;

    byte[] salt;
    byte[] content;

    @SuppressWarnings("NullAway.Init")
    AuditContent() {}

    AuditContent(TypeId eventId, int part, Sealed sealed) {
        this.eventId = eventId.toString();
        this.part = part;
        this.salt = sealed.salt();
        this.content = sealed.content();
    }
}
