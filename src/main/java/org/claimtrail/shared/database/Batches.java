package org.claimtrail.shared.database;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;

/**
 * Has those who want the same of the database at the same time served in one journey, as a database's own group commit does.
 * Whoever comes while nobody is under way goes at once; who comes meanwhile goes with the next batch. So nobody waits for
 * company, and the busier it is, the more go together.
 *
 * <p>A batch is done whole or not at all. What the database says against it may concern one of them only: then each goes
 * again alone. If nobody knows what became of it, nobody does for any of them.
 *
 * @param <J> what one of them wants
 */
final class Batches<J> {

    /** Of rows of the kinds there are, as many as a driver sends before it looks for an answer. */
    static final int MOST = 32;

    /** Something else went wrong with who went for all. */
    private static SQLException lost() {
        return new SQLException("who asked for all of them failed", Write.RESOLUTION_UNKNOWN);
    }

    private final Journey<J> journey;
    private final Predicate<Exception> nothingDone;
    private final Duration patience;

    /** Guarded by itself; a line is there as long as somebody is under way or waits. */
    private final Map<String, Line<J>> lines = new HashMap<>();

    /**
     * Nobody is under way.
     *
     * @param nothingDone whether it is sure of a journey that failed so that it did nothing, and may be tried again
     * @param patience after which those who wait for a batch to come back go without
     */
    Batches(Journey<J> journey, Predicate<Exception> nothingDone, Duration patience) {
        this.journey = journey;
        this.nothingDone = nothingDone;
        this.patience = patience;
    }

    /** How a batch is done: whole, or not at all. */
    @FunctionalInterface
    interface Journey<J> {

        void go(List<J> batch) throws SQLException;
    }

    /**
     * Does it, together with others of the same kind if there are some, and returns when it is done.
     *
     * @param kind the same text for what can go together
     */
    void go(String kind, J job) throws SQLException {
        Rider<J> rider = new Rider<>(job);
        arrive(kind, rider);
        Call<J> call = rider.await(patience, () -> overtake(kind, rider));
        boolean isDone = call.batch.isEmpty() ? !call.alone : lead(kind, call.batch);
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
            if (line.underWay == 0) {
                line.depart();
            }
        }
    }

    private void overtake(String kind, Rider<J> rider) {
        synchronized (lines) {
            Line<J> line = lines.get(kind);
            if (line != null && line.waiting.contains(rider)) {
                line.depart();
            }
        }
    }

    private void arrived(String kind) {
        synchronized (lines) {
            Line<J> line = Objects.requireNonNull(lines.get(kind), "nobody was under way");
            line.underWay--;
            if (!line.waiting.isEmpty()) {
                line.depart();
            } else if (line.underWay == 0) {
                lines.remove(kind);
            }
        }
    }

    /**
     * Goes with a batch, in whose name the caller is.
     *
     * @return false when it was refused and each, the caller too, has to go alone
     */
    private boolean lead(String kind, List<Rider<J>> batch) throws SQLException {
        List<Rider<J>> others = batch.subList(1, batch.size());
        try {
            journey.go(batch.stream().map(rider -> rider.job).toList());
            others.forEach(Rider::isDone);
            return true;
        } catch (SQLException | RuntimeException e) {
            if (!others.isEmpty() && nothingDone.test(e)) {
                others.forEach(Rider::goAlone);
                return false;
            }
            if (e instanceof SQLException failure) {
                others.forEach(rider -> rider.fail(failure));
            }
            throw e;
        } finally {
            others.forEach(rider -> rider.fail(lost())); // nothing, where they have been told already
            arrived(kind);
        }
    }

    /** Those who want the same. */
    private static final class Line<J> {

        private final Queue<Rider<J>> waiting = new ArrayDeque<>();
        private int underWay;

        /** Lets those in front go, the first of them for all. */
        private void depart() {
            List<Rider<J>> batch = new ArrayList<>();
            while (batch.size() < MOST && !waiting.isEmpty()) {
                batch.add(waiting.remove());
            }
            underWay++;
            batch.get(0).lead(batch);
        }
    }

    /**
     * What one of them is called for.
     *
     * @param batch to go with, for all of them; empty when others have gone
     * @param alone whether those have been refused, so that each goes again
     */
    private record Call<J>(List<Rider<J>> batch, boolean alone) {}

    /** One of them. */
    private static final class Rider<J> {

        private final J job;
        private final CompletableFuture<Call<J>> call = new CompletableFuture<>();

        private Rider(J job) {
            this.job = job;
        }

        private void lead(List<Rider<J>> batch) {
            call.complete(new Call<>(batch, false));
        }

        private void isDone() {
            call.complete(new Call<>(List.of(), false));
        }

        private void goAlone() {
            call.complete(new Call<>(List.of(), true));
        }

        private void fail(SQLException failure) {
            call.completeExceptionally(failure);
        }

        /** Whatever an interruption is to stop: what others do for this one cannot be taken back. */
        private Call<J> await(Duration patience, Runnable impatient) throws SQLException {
            boolean interrupted = false;
            try {
                while (true) {
                    try {
                        return call.get(patience.toMillis(), TimeUnit.MILLISECONDS);
                    } catch (TimeoutException late) {
                        impatient.run();
                    } catch (InterruptedException e) {
                        interrupted = true;
                    } catch (ExecutionException e) {
                        throw e.getCause() instanceof SQLException failure
                                ? new SQLException(failure.getMessage(), failure.getSQLState(), failure)
                                : new SQLException(e);
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
