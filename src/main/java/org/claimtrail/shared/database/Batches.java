package org.claimtrail.shared.database;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Has those who want the same of the database at the same time served in one journey, as a database's own group commit does.
 * Whoever comes while nobody is under way goes at once; who comes meanwhile goes with the next batch. So nobody waits for
 * company, and the busier it is, the more go together.
 *
 * @param <J> what one of them wants
 */
final class Batches<J> {

    /** Of rows of the kinds there are, as many as a driver sends before it looks for an answer. */
    static final int MOST = 32;

    /** Bytes; what is larger would be on its way for longer than it saves, with rows of others held meanwhile. */
    static final int LARGEST = 64 * 1024;

    private final Journey<J> journey;
    private final Duration patience;
    private final Duration end;

    /** Guarded by itself; a line is there as long as somebody is under way or waits. */
    private final Map<String, Line<J>> lines = new HashMap<>();

    /**
     * Nobody is under way.
     *
     * @param patience after which those who wait for a batch to come back go without it
     * @param end longer; after which those who are in one do not wait for it any more, each of whom keeps a thread
     */
    Batches(Journey<J> journey, Duration patience, Duration end) {
        this.journey = journey;
        this.patience = patience;
        this.end = end;
    }

    /** How a batch is done: whole, or not at all. */
    interface Journey<J> {

        void go(List<J> batch) throws SQLException;

        /**
         * Whether one that failed has done nothing for sure, and may have failed for one of them alone: then each goes again,
         * by itself. Otherwise it has failed for all.
         */
        boolean isWorthRepeating(Throwable failure);

        /** The SQLSTATE for one of them when the batch does not come back. */
        String stateOfMissing();

        /** Bytes, about. */
        int size(J job);
    }

    /**
     * Does it, together with others of the same kind if there are some, and returns when it is done.
     *
     * @param kind the same text for what can go together
     * @throws SQLException as the journey; of somebody else's with what state it had; {@link Journey#stateOfMissing} in the end
     */
    void go(String kind, J job) throws SQLException {
        Rider<J> rider = new Rider<>(job, journey.size(job));
        arrive(kind, rider);
        Call<J> call = rider.await(patience, () -> overtake(kind, rider), end, journey::stateOfMissing);
        boolean isDone = call.batch.isEmpty() ? !call.alone : lead(kind, call);
        if (!isDone) {
            journey.go(List.of(job));
        }
    }

    /** How many wait for others to come back. */
    int waiting(String kind) {
        synchronized (lines) {
            Line<J> line = lines.get(kind);
            return line == null ? 0 : line.waiting.size();
        }
    }

    private void arrive(String kind, Rider<J> rider) {
        synchronized (lines) {
            Line<J> line = lines.computeIfAbsent(kind, none -> new Line<>());
            line.waiting.add(rider);
            if (line.underWay == null) {
                line.depart();
            }
        }
    }

    /** Goes without those who do not come back, for whom nobody waits any more. */
    private void overtake(String kind, Rider<J> rider) {
        synchronized (lines) {
            Line<J> line = lines.get(kind);
            if (line != null && line.waiting.contains(rider)) {
                line.depart();
            }
        }
    }

    private void arrived(String kind, Call<J> call) {
        synchronized (lines) {
            Line<J> line = lines.get(kind);
            if (line != null && line.underWay == call) {
                line.underWay = null;
                if (line.waiting.isEmpty()) {
                    lines.remove(kind);
                } else {
                    line.depart();
                }
            }
        }
    }

    /**
     * Goes with a batch, in whose name the caller is.
     *
     * @return false when each, the caller too, has to go alone
     */
    private boolean lead(String kind, Call<J> call) throws SQLException {
        List<Rider<J>> others = call.batch.subList(1, call.batch.size());
        try {
            journey.go(call.batch.stream().map(rider -> rider.job).toList());
            others.forEach(Rider::isDone);
            return true;
        } catch (SQLException | RuntimeException | Error e) {
            boolean again = journey.isWorthRepeating(e);
            others.forEach(rider -> {
                if (again) {
                    rider.goAlone();
                } else {
                    rider.fail(e);
                }
            });
            if (again && !others.isEmpty() && !(e instanceof Error)) {
                return false;
            }
            throw e;
        } finally {
            arrived(kind, call);
        }
    }

    /** Those who want the same. */
    private static final class Line<J> {

        private final Queue<Rider<J>> waiting = new ArrayDeque<>();

        /** Who was called last, until they are back; others may be on their way still. */
        private @Nullable Call<J> underWay;

        /**
         * Lets all who wait go, in as many batches as it takes, the first of each for all of it. Who comes now waits for the
         * last one, where there was room.
         */
        private void depart() {
            while (!waiting.isEmpty()) {
                Call<J> next = new Call<>(inFront(), false);
                next.batch.forEach(rider -> waiting.remove());
                underWay = next;
                next.batch.get(0).lead(next);
            }
        }

        private List<Rider<J>> inFront() {
            List<Rider<J>> batch = new ArrayList<>();
            int bytes = 0;
            for (Rider<J> next : waiting) {
                bytes += next.size;
                if (batch.size() == MOST || (bytes > LARGEST && !batch.isEmpty())) {
                    break;
                }
                batch.add(next);
            }
            return batch;
        }
    }

    /** What one of them is called for. */
    private static final class Call<J> {

        /** To go with, for all of them; empty when others have gone. */
        private final List<Rider<J>> batch;

        /** Whether those have been refused, so that each goes again. */
        private final boolean alone;

        private Call(List<Rider<J>> batch, boolean alone) {
            this.batch = batch;
            this.alone = alone;
        }
    }

    /** One of them. */
    private static final class Rider<J> {

        private final J job;
        private final int size;
        private final CompletableFuture<Call<J>> call = new CompletableFuture<>();

        private Rider(J job, int size) {
            this.job = job;
            this.size = size;
        }

        private void lead(Call<J> batch) {
            call.complete(batch);
        }

        private void isDone() {
            call.complete(new Call<>(List.of(), false));
        }

        private void goAlone() {
            call.complete(new Call<>(List.of(), true));
        }

        private void fail(Throwable failure) {
            call.completeExceptionally(failure);
        }

        /**
         * Whatever an interruption is to stop: what others do for this one cannot be taken back. Who has become impatient is
         * on the way, or called already, so nobody waits to be led by who leaves in the end.
         */
        private Call<J> await(Duration patience, Runnable impatient, Duration end, Supplier<String> stateOfMissing)
                throws SQLException {
            long since = System.nanoTime();
            boolean interrupted = false;
            try {
                while (true) {
                    try {
                        return call.get(patience.toMillis(), TimeUnit.MILLISECONDS);
                    } catch (TimeoutException late) {
                        impatient.run();
                        if (System.nanoTime() - since > end.toNanos() && !call.isDone()) {
                            throw new SQLException("others did not come back with it", stateOfMissing.get(), late);
                        }
                    } catch (InterruptedException e) {
                        interrupted = true;
                    } catch (ExecutionException e) {
                        throw e.getCause() instanceof SQLException failure
                                ? new SQLException(failure.getMessage(), failure.getSQLState(), failure)
                                : new SQLException("who went for all of them failed", Write.RESOLUTION_UNKNOWN, e);
                    }
                }
            } finally {
                if (interrupted) {
                    Thread.currentThread().interrupt();
                }
            }
        }
    }
}
