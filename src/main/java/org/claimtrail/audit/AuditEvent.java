package org.claimtrail.audit;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.claimtrail.shared.database.Writes;
import org.claimtrail.shared.id.TypeId;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** One thing that happened, in columns that people filter by. Repeats the leaf; the leaf is what counts. */
@Entity
@Immutable
@Table(name = "audit_event")
class AuditEvent {

    private static final String INSERT = "insert into audit_event"
            + " (event_id, at, actor, type, subject, version, reason, prev, audience) values (?, ?, ?, ?, ?, ?, ?, ?, ?)";

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

    static void write(Writes writes, TypeId id, NewEvent event, @Nullable String prev) {
        writes.add(
                INSERT,
                id.toString(),
                event.at(),
                event.actor(),
                event.type().type(),
                event.subject().toString(),
                event.version(),
                event.reason().text(),
                prev,
                event.type().audience().number());
    }
}
