package org.claimtrail.audit.log;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.claimtrail.shared.id.TypeId;
import org.jspecify.annotations.Nullable;

/** A public key that signs checkpoints, or did until it was retired. */
@Entity
@Table(name = "audit_key")
class LogKey {

    @Id
    String id;

    String vkey;
    Instant since;

    @Column(name = "retired_at")
    @Nullable
    Instant retiredAt;

    @SuppressWarnings("NullAway.Init")
    LogKey() {}

    LogKey(TypeId id, String vkey, Instant since) {
        this.id = id.toString();
        this.vkey = vkey;
        this.since = since;
    }

    void retire(Instant at) {
        retiredAt = at;
    }
}
