package org.claimtrail.claims;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import org.claimtrail.history.Version;

/** A topic of one version of a claim, in lower case. */
@Entity
@IdClass(ClaimTopic.Key.class)
@Table(name = "claim_topic")
class ClaimTopic {

    @Id
    @Column(name = "claim_id")
    String claimId;

    @Id
    int version;

    @Id
    String topic;

    @SuppressWarnings("NullAway.Init")
    ClaimTopic() {}

    ClaimTopic(Version version, String topic) {
        this.claimId = version.id().toString();
        this.version = version.n();
        this.topic = topic;
    }

    /** What identifies a row. */
    record Key(String claimId, int version, String topic) implements Serializable {}
}
