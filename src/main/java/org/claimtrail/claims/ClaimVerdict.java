package org.claimtrail.claims;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import org.claimtrail.shared.edtf.DayRange;
import org.claimtrail.shared.time.SystemTime;
import org.jspecify.annotations.Nullable;

/** A verdict on a claim and the time in which readers saw it. */
@Entity
@IdClass(ClaimVerdict.Key.class)
@Table(name = "claim_verdict")
class ClaimVerdict {

    @Id
    @Column(name = "assessment_id")
    String assessmentId;

    @Id
    int version;

    @Column(name = "claim_id")
    String claimId;

    String assessor;
    String rating;
    String label;

    @Nullable
    Double score;

    @Column(name = "change_type")
    String changeType;

    boolean stands;

    @Column(name = "known_from")
    Instant knownFrom;

    @Column(name = "known_until")
    Instant knownUntil;

    /** As the verdict says it, in EDTF. */
    @Column(name = "valid_from")
    @Nullable
    String validFrom;

    @Column(name = "valid_to")
    @Nullable
    String validTo;

    /** The days on which it holds, as {@link DayRange} numbers them; both belong to it. */
    @Column(name = "from_day")
    int fromDay;

    @Column(name = "until_day")
    int untilDay;

    /** Since when it holds on no day any more: it was put right, or the verdict was withdrawn. */
    @Column(name = "held_until")
    Instant heldUntil;

    @SuppressWarnings("NullAway.Init")
    ClaimVerdict() {}

    ClaimVerdict(Verdict verdict) {
        this.assessmentId = verdict.assessment().toString();
        this.version = verdict.version();
        this.claimId = verdict.claim().toString();
        this.assessor = verdict.assessor();
        this.rating = verdict.rating();
        this.label = verdict.label();
        this.score = verdict.score();
        this.changeType = verdict.changeType();
        this.stands = verdict.stands();
        this.knownFrom = verdict.publishedAt();
        this.knownUntil = SystemTime.FOREVER;
        this.validFrom = verdict.validFrom();
        this.validTo = verdict.validTo();
        DayRange days = DayRange.between(validFrom, validTo);
        this.fromDay = days.from();
        this.untilDay = days.until();
        this.heldUntil = SystemTime.FOREVER;
    }

    VerdictState state() {
        return VerdictState.of(changeType);
    }

    /** What identifies a row. */
    record Key(String assessmentId, int version) implements Serializable {}
}
