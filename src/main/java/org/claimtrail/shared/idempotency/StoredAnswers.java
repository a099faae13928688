package org.claimtrail.shared.idempotency;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.claimtrail.shared.database.DatabaseRefusal;
import org.claimtrail.shared.database.Writes;
import org.claimtrail.shared.http.Problem;
import org.claimtrail.shared.http.ProblemType;
import org.claimtrail.shared.id.TypeId;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The answers of the last 24 hours. Older ones are as good as gone, whether they are swept yet or not. */
@ApplicationScoped
public class StoredAnswers {

    static final Duration KEPT_FOR = Duration.ofHours(24);

    private static final Logger LOG = Logger.getLogger(StoredAnswers.class);
    private static final Duration BETWEEN_SWEEPS = Duration.ofMinutes(1);
    private static final Duration LONGEST_SWEEP = Duration.ofSeconds(1);
    private static final int SWEPT_AT_ONCE = 100;

    private final EntityManager entities;
    private final Writes writes;
    private final Clock clock;
    private final AtomicLong lastSweep = new AtomicLong();

    StoredAnswers(EntityManager entities, Writes writes, Clock clock) {
        this.entities = entities;
        this.writes = writes;
        this.clock = clock;
    }

    static Problem inFlight() {
        return Problem.of(
                ProblemType.IN_FLIGHT,
                "The first request with this Idempotency-Key is still running. Repeat in a moment.");
    }

    /**
     * The answer to this act, if it was done within the last 24 hours.
     *
     * @throws Problem 422 when the key was used for another payload, or under another credential; 410 when what it was
     *     used for was erased
     */
    Optional<Answer> find(Act act) {
        IdempotencyRecord stored = IdempotencyRecord.find(writes, act);
        if (stored == null) {
            return Optional.empty();
        }
        if (!stored.isKeptAfter(oldest())) {
            IdempotencyRecord.delete(writes, act);
            return Optional.empty();
        }
        if (stored.isErased()) {
            throw Problem.of(
                    ProblemType.ERASED,
                    "What was done under this Idempotency-Key was done, but what it was done to has been erased since.");
        }
        if (!stored.isOf(act)) {
            throw Problem.of(
                    ProblemType.KEY_REUSED,
                    "This Idempotency-Key was used before, with another body, query, content type or credential.");
        }
        return Optional.of(stored.answer(act));
    }

    /**
     * Within the transaction of the act. What another node stored first in the meantime wins: see {@link #isTaken}.
     *
     * @param subject the record that the answer tells of; null where it tells of none
     */
    void store(Act act, Answer answer, @Nullable String subject) {
        IdempotencyRecord.write(
                writes, act, answer, Objects.requireNonNullElse(subject, IdempotencyRecord.OF_NONE), clock.instant());
    }

    /** Whether a transaction failed because another one had stored an answer under its key. */
    static boolean isTaken(Throwable failure) {
        return DatabaseRefusal.among(failure).anyMatch(refusal -> refusal.isDuplicateIn(IdempotencyRecord.TABLE));
    }

    /**
     * Destroys the answers that tell of a record, in the caller's transaction. Their keys stay taken, or a repeated
     * request would record again what was erased. Answers of unknown subject, which an older version of this program has
     * stored, may tell of it as well and go altogether.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void erase(TypeId subject) {
        entities.createQuery("update IdempotencyRecord r set r.answer = :nothing, r.fingerprint = ''"
                        + " where r.subject = :subject")
                .setParameter("nothing", new byte[0])
                .setParameter("subject", subject.toString())
                .executeUpdate();
        entities.createQuery("delete from IdempotencyRecord r where r.subject is null")
                .executeUpdate();
    }

    /**
     * Deletes what is too old, at most once a minute, some in each transaction of its own. It keeps the request waiting that
     * it comes with, so it ends after a moment; what is left then is for the next one.
     */
    void sweep() {
        long now = clock.millis();
        long last = lastSweep.get();
        if (now < last + BETWEEN_SWEEPS.toMillis() || !lastSweep.compareAndSet(last, now)) {
            return;
        }
        try {
            long end = now + LONGEST_SWEEP.toMillis();
            int deleted;
            do {
                deleted = QuarkusTransaction.requiringNew().call(this::deleteSome);
            } while (deleted == SWEPT_AT_ONCE && clock.millis() < end);
        } catch (RuntimeException e) {
            LOG.warn("Old answers were not swept; the next sweep will try again", e);
        }
    }

    private int deleteSome() {
        List<String> old = entities.createQuery(
                        "select r.scope from IdempotencyRecord r where r.recordedAt < :oldest order by r.recordedAt",
                        String.class)
                .setParameter("oldest", oldest())
                .setMaxResults(SWEPT_AT_ONCE)
                .getResultList();
        if (!old.isEmpty()) {
            entities.createQuery("delete from IdempotencyRecord r where r.scope in :old")
                    .setParameter("old", old)
                    .executeUpdate();
        }
        return old.size();
    }

    private Instant oldest() {
        return clock.instant().minus(KEPT_FOR);
    }
}
