package org.claimtrail.audit;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.claimtrail.shared.id.TypeId;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** One thing that happened, in columns that people filter by. Repeats the leaf; the leaf is what counts. */
@Entity
@Immutable
@Table(name = "audit_event")
class AuditEvent {

    @Id
    @Column(name = "event_id")
    String id;

    Instant at;
    String actor;
    String type;
    String subject;
    int version;
    String reason;

    @Nullable
    String prev;

    @Enumerated(EnumType.ORDINAL)
    Audience audience;

    @SuppressWarnings("NullAway.Init")
    AuditEvent() {}

    AuditEvent(TypeId id, NewEvent event, @Nullable String prev) {
        this.id = id.toString();
        this.at = event.at();
        this.actor = event.actor();
        this.type = event.type().type();
        this.subject = event.subject().toString();
        this.version = event.version();
        this.reason = event.reason().text();
        this.prev = prev;
        this.audience = event.type().audience();
    }
}
