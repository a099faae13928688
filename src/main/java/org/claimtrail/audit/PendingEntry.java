package org.claimtrail.audit;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.claimtrail.shared.id.TypeId;
import org.hibernate.annotations.Immutable;

/** A leaf that is committed and not yet in the tree. */
@Entity
@Immutable
@Table(name = "audit_pending")
class PendingEntry {

    @Id
    @Column(name = "event_id")
    String eventId;

    byte[] leaf;

    @SuppressWarnings("NullAway.Init")
    PendingEntry() {}

    PendingEntry(TypeId eventId, byte[] leaf) {
        this.eventId = eventId.toString();
        this.leaf = leaf;
    }
}
