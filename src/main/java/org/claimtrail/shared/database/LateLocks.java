package org.claimtrail.shared.database;

import io.micrometer.core.instrument.Metrics;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Acts that lock one row, done without holding the lock while they ask and think: on PostgreSQL the lock goes with the rows, in
 * one statement, and so the act needs no connection of its own and goes {@link Together} with others. Whatever it was decided
 * by may have changed until then. So an act may be done this way if, of what it is decided by, whatever others change under
 * the same lock shows in a row of theirs that excludes one of its own (SQLSTATE 23505), and it asks for that first. When it was
 * overtaken so, or the lock is taken, it is done once more, as without this class: locking before it asks. So it is when the act
 * refuses, since what it was told may be of several moments.
 */
@ApplicationScoped
public class LateLocks {

    /** Others of this node are done long before, or the database stands still, which is not waited for here. */
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    /** Many times as many as acts at once, so that hardly any wait for acts on something else. */
    private static final int TURNS = 1024;

    private static final String OVERTAKEN = "claimtrail.acts.overtaken";

    private final Writes writes;
    private final DatabaseKind kind;
    private final Lock[] turns =
            Stream.generate(ReentrantLock::new).limit(TURNS).toArray(Lock[]::new);

    LateLocks(Writes writes, DatabaseKind kind) {
        this.writes = writes;
        this.kind = kind;
    }

    /**
     * Does an act in a transaction of its own, twice where that must be; in the caller's transaction, if there is one, and on
     * the embedded database, as if it were called itself.
     *
     * @param of what it locks: acts on the same come one after the other within this node, which spares them to be overtaken
     * @param act changes nothing but by {@link Writes}, one row with each statement, a new one with the last; it asks for one
     *     lock, with its first questions, and finds nothing by that question
     */
    public <T> T around(String of, Supplier<T> act) {
        if (kind.isEmbedded() || QuarkusTransaction.getStatus() != Status.STATUS_NO_TRANSACTION) {
            return QuarkusTransaction.joiningExisting().call(act::get);
        }
        return late(of, act).orElseGet(() -> QuarkusTransaction.requiringNew().call(act::get));
    }

    /** Empty when it has to be done otherwise. */
    private <T> Optional<T> late(String of, Supplier<T> act) {
        Lock turn = turns[Math.floorMod(of.hashCode(), TURNS)];
        if (!take(turn)) {
            return Optional.empty();
        }
        Attempt attempt = new Attempt();
        try {
            return Optional.of(QuarkusTransaction.requiringNew().call(() -> {
                writes.lockLate(attempt);
                return attempt.at(act);
            }));
        } catch (RuntimeException e) {
            if (attempt.isOvertaken) {
                Metrics.counter(OVERTAKEN).increment();
            } else if (!attempt.isRefused) {
                throw e;
            }
            return Optional.empty();
        } finally {
            turn.unlock();
        }
    }

    private static boolean take(Lock turn) {
        try {
            return turn.tryLock(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** One, by one thread. */
    static final class Attempt {

        private boolean isOvertaken;
        private boolean isRefused;

        private <T> T at(Supplier<T> act) {
            try {
                return act.get();
            } catch (RuntimeException e) {
                isRefused = DatabaseRefusal.among(e).findAny().isEmpty();
                throw e;
            }
        }

        /** Nothing of it was done, and nothing stands against doing it again. */
        void overtaken() {
            isOvertaken = true;
        }
    }
}
