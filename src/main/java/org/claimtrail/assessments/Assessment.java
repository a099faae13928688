package org.claimtrail.assessments;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.claimtrail.shared.id.TypeId;
import org.jspecify.annotations.Nullable;

/** One organisation's judgement of one claim: what stays the same over its versions, and which of them count. */
@Entity
@Table(name = "assessment")
class Assessment {

    @Id
    String id;

    @Column(name = "claim_id")
    String claimId;

    String assessor;

    @Column(name = "created_at")
    Instant createdAt;

    @Column(name = "head_version")
    int headVersion;

    @Column(name = "published_version")
    @Nullable
    Integer publishedVersion;

    @SuppressWarnings("NullAway.Init")
    Assessment() {}

    Assessment(TypeId id, TypeId claim, String assessor, Instant at) {
        this.id = id.toString();
        this.claimId = claim.toString();
        this.assessor = assessor;
        this.createdAt = at;
        this.headVersion = 1;
    }

    TypeId claim() {
        return TypeId.parse(claimId);
    }

    /** A further version was written. */
    void continueWith(int version) {
        headVersion = version;
    }

    /** A version became what readers see. */
    void publish(int version) {
        publishedVersion = version;
    }
}
