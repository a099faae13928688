package org.claimtrail.shared.idempotency;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row that keeps the sealed answer to one act. */
@Entity
@Table(name = "idempotency")
class IdempotencyRecord {

    @Id
    private String scope;

    @Column(nullable = false)
    private String fingerprint;

    @Column(nullable = false)
    private byte[] answer;

    @Column(name = "recorded_at", nullable = false)
    private Instant recordedAt;

    /** The record that the answer tells of; null where that is not known. Only queries read it. */
    @SuppressWarnings("UnusedVariable")
    private @Nullable String subject;

    /** For Hibernate, which fills the fields. */
    @SuppressWarnings("NullAway.Init")
    protected IdempotencyRecord() {}

    IdempotencyRecord(Act act, Answer answer, @Nullable String subject, Instant recordedAt) {
        this.scope = act.scope();
        this.fingerprint = act.fingerprint();
        this.answer = act.seal(answer.encode());
        this.subject = subject;
        this.recordedAt = recordedAt;
    }

    boolean isErased() {
        return answer.length == 0;
    }

    boolean isKeptAfter(Instant oldest) {
        return recordedAt.isAfter(oldest);
    }

    boolean isOf(Act act) {
        return fingerprint.equals(act.fingerprint());
    }

    Answer answer(Act act) {
        return Answer.decode(act.open(answer));
    }
}
