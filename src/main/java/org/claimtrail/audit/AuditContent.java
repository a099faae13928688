package org.claimtrail.audit;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import org.claimtrail.shared.database.Writes;
import org.claimtrail.shared.id.TypeId;

/** The erasable half of an event: the bytes that are served are these bytes, kept nowhere else. */
@Entity
@IdClass(AuditContentId.class)
@Table(name = "audit_content")
class AuditContent {

    /** The part that the leaf commits to. */
    static final int PUBLIC = 0;

    private static final String INSERT =
            "insert into audit_content (event_id, part, salt, content) values (?, ?, ?, ?)";

    @Id
    @Column(name = "event_id")
    String eventId;

    @Id
    int part;

    byte[] salt;
    byte[] content;

    @SuppressWarnings("NullAway.Init")
    AuditContent() {}

    static void write(Writes writes, TypeId event, int part, Sealed sealed) {
        writes.add(INSERT, event.toString(), part, sealed.salt(), sealed.content());
    }
}
