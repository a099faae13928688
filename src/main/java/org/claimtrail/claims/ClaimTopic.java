package org.claimtrail.claims;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import org.claimtrail.history.Version;
import org.claimtrail.shared.database.Writes;
import org.claimtrail.shared.time.SystemTime;

/** A topic of one version of a claim, in lower case. */
@Entity
@IdClass(ClaimTopic.Key.class)
@Table(name = "claim_topic")
class ClaimTopic {

    private static final String INSERT =
            "insert into claim_topic (claim_id, version, topic, known_from, known_until) values (?, ?, ?, ?, ?)";
    private static final String SUPERSEDE = "update claim_topic set known_until = ? where claim_id = ? and version = ?";

    @Id
    @Column(name = "claim_id")
    String claimId;

    @Id
    int version;

    @Id
    String topic;

    @Column(name = "known_from")
    Instant knownFrom;

    @Column(name = "known_until")
    Instant knownUntil;

    @SuppressWarnings("NullAway.Init")
    ClaimTopic() {}

    /** Those of a version just written, in place of those of the one before. The caller holds the lock. */
    static void write(Writes writes, Version version, List<String> topics) {
        String id = version.id().toString();
        Instant at = version.recordedAt();
        if (version.n() > 1) {
            writes.add(SUPERSEDE, at, id, version.n() - 1);
        }
        topics.forEach(topic -> writes.add(INSERT, id, version.n(), topic, at, SystemTime.FOREVER));
    }

    /** What identifies a row. */
    record Key(String claimId, int version, String topic) implements Serializable {}
}
