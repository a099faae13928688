package org.claimtrail.claims;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import org.claimtrail.history.Version;
import org.claimtrail.shared.database.Writes;

/** A topic of one version of a claim, in lower case. */
@Entity
@IdClass(ClaimTopic.Key.class)
@Table(name = "claim_topic")
class ClaimTopic {

    private static final String INSERT = "insert into claim_topic (claim_id, version, topic) values (?, ?, ?)";

    @Id
    @Column(name = "claim_id")
    String claimId;

    @Id
    int version;

    @Id
    String topic;

    @SuppressWarnings("NullAway.Init")
    ClaimTopic() {}

    static void write(Writes writes, Version version, String topic) {
        writes.add(INSERT, version.id().toString(), version.n(), topic);
    }

    /** What identifies a row. */
    record Key(String claimId, int version, String topic) implements Serializable {}
}
