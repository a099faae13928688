package org.claimtrail.access;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.claimtrail.shared.id.TypeId;
import org.jspecify.annotations.Nullable;

/** A part of the newsroom that keeps its drafts to itself. */
@Entity
@Table(name = "desk")
class Desk {

    @Id
    String id;

    String name;

    @Column(name = "created_at")
    Instant createdAt;

    @Column(name = "closed_at")
    @Nullable
    Instant closedAt;

    @SuppressWarnings("NullAway.Init")
    Desk() {}

    Desk(TypeId id, String name, Instant at) {
        this.id = id.toString();
        this.name = name;
        this.createdAt = at;
    }

    TypeId id() {
        return TypeId.parse(id);
    }

    boolean isClosed() {
        return closedAt != null;
    }

    /** It takes no further records or members; closing twice changes nothing. */
    boolean close(Instant at) {
        if (isClosed()) {
            return false;
        }
        closedAt = at;
        return true;
    }
}
