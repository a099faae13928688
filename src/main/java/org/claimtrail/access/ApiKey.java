package org.claimtrail.access;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import org.claimtrail.shared.id.TypeId;
import org.jspecify.annotations.Nullable;

/** A credential. Only the hash of its secret is kept. */
@Entity
@Table(name = "api_key")
class ApiKey {

    @Id
    String id;

    @Column(name = "secret_hash")
    byte[] secretHash;

    @Enumerated(EnumType.STRING)
    Role role;

    @ManyToOne(fetch = FetchType.EAGER)
    @JoinColumn(name = "holder")
    Person holder;

    @Nullable
    String note;

    @Column(name = "created_at")
    Instant createdAt;

    @Column(name = "created_by")
    @Nullable
    String createdBy;

    @Column(name = "revoked_at")
    @Nullable
    Instant revokedAt;

    @SuppressWarnings("NullAway.Init")
    ApiKey() {}

    ApiKey(TypeId id, Secret secret, Role role, Person holder, @Nullable String note, Instant at, @Nullable Actor by) {
        this.id = id.toString();
        this.secretHash = secret.hash();
        this.role = role;
        this.holder = holder;
        this.note = note;
        this.createdAt = at;
        this.createdBy = by == null ? null : by.pseudonym();
    }

    boolean isRevoked() {
        return revokedAt != null;
    }

    /** From now on the key opens nothing; revoking twice changes nothing. */
    boolean revoke(Instant at) {
        if (isRevoked()) {
            return false;
        }
        revokedAt = at;
        return true;
    }
}
