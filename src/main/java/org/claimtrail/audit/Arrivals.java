package org.claimtrail.audit;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.claimtrail.audit.log.LogDatabase;
import org.claimtrail.shared.database.Rows;
import org.claimtrail.shared.time.Seldom;
import org.jboss.logging.Logger;

/**
 * Waits for events that this node's database has not yet: where it is a standby they come by replication, in the order in which
 * they were committed, so that who has one has all before it. One thread looks for all who wait, with one statement, and
 * holds no connection in between.
 */
@Singleton
class Arrivals {

    /** How it ended: with the event in the database, without it, or without a word, from the database or for want of a seat. */
    enum Arrival {
        HERE,
        LATE,
        UNKNOWN
    }

    private static final Logger LOG = Logger.getLogger(Arrivals.class);

    /** Beyond these nobody is made to wait, the last who came first: each keeps one of the places for requests that are worked on. */
    private static final int SEATS = 50;

    private static final Duration ROUND = Duration.ofMillis(20);

    private static final String KNOWN =
            "select e.event_id from " + Rows.WANTED + " join audit_event e on e.event_id" + Rows.EACH;

    private final LogDatabase database;
    private final Clock clock;

    /** In the order in which they came. */
    private final Queue<Waiting> waiting = new ConcurrentLinkedQueue<>();

    /** That somebody came, who is looked for at once. */
    private final Semaphore news = new Semaphore(0);

    private final AtomicBoolean looking = new AtomicBoolean();
    private final Seldom complaints = new Seldom(Duration.ofMinutes(1));
    private final ExecutorService thread = Executors.newSingleThreadExecutor(Arrivals::thread);

    Arrivals(LogDatabase database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * Goes on, in another thread, once the event is there or the patience has ended; it is looked for at least once.
     *
     * @return for who has gone: nobody waits any more; whether somebody did
     */
    BooleanSupplier await(String event, Duration patience, Consumer<Arrival> then) {
        Waiting one = new Waiting(event, System.nanoTime() + patience.toNanos(), then);
        waiting.add(one);
        news.release();
        goOn();
        return () -> waiting.remove(one);
    }

    /** How many wait. */
    int size() {
        return waiting.size();
    }

    @PreDestroy
    void stop() {
        thread.shutdown();
    }

    private void goOn() {
        if (!waiting.isEmpty() && looking.compareAndSet(false, true)) {
            try {
                thread.execute(this::look);
            } catch (RejectedExecutionException e) {
                looking.set(false); // the service ends
                List.copyOf(waiting).forEach(one -> end(one, Arrival.UNKNOWN));
            }
        }
    }

    private void look() {
        try {
            news.tryAcquire(ROUND.toMillis(), TimeUnit.MILLISECONDS);
            news.drainPermits();
            lookFor(List.copyOf(waiting));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            looking.set(false);
            goOn();
        }
    }

    private void lookFor(List<Waiting> now) {
        if (now.isEmpty()) {
            return; // all have gone
        }
        Arrival otherwise = Arrival.LATE;
        try {
            Set<String> here = known(now);
            now.stream().filter(one -> here.contains(one.event)).forEach(one -> end(one, Arrival.HERE));
        } catch (RuntimeException e) { // the next look may find the database again
            otherwise = Arrival.UNKNOWN;
            complain(e, now.size());
        }
        for (Waiting one : now.stream().filter(Waiting::isOver).toList()) {
            end(one, otherwise);
        }
        for (Waiting one : now.stream().filter(waiting::contains).skip(SEATS).toList()) {
            end(one, Arrival.UNKNOWN); // it may well come within their patience
        }
    }

    private void complain(RuntimeException failure, int count) {
        if (complaints.isFirst("", clock.instant())) {
            LOG.warnf("Events that %d reads wait for could not be looked for: %s", count, failure);
        }
    }

    private Set<String> known(List<Waiting> now) {
        Set<String> wanted = new HashSet<>(now.stream().map(Waiting::event).toList());
        return new HashSet<>(
                database.read(connection -> Rows.list(connection, KNOWN, row -> row.getString(1), wanted)));
    }

    private void end(Waiting one, Arrival how) {
        if (waiting.remove(one)) {
            one.then.accept(how);
        }
    }

    private static Thread thread(Runnable looking) {
        Thread thread = new Thread(looking, "arrivals");
        thread.setDaemon(true);
        return thread;
    }

    /** One request; not a record, since two for the same event are not one. */
    private static final class Waiting {

        private final String event;
        private final long deadline;
        private final Consumer<Arrival> then;

        Waiting(String event, long deadline, Consumer<Arrival> then) {
            this.event = event;
            this.deadline = deadline;
            this.then = then;
        }

        String event() {
            return event;
        }

        boolean isOver() {
            return System.nanoTime() - deadline >= 0;
        }
    }
}
