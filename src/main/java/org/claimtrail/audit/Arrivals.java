package org.claimtrail.audit;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.claimtrail.audit.log.LogDatabase;
import org.claimtrail.shared.database.Rows;
import org.jboss.logging.Logger;

/**
 * Waits for events that this node's database has not yet: where it is a standby they come by replication, in the order in which
 * they were committed, so that who has one has all before it. One thread looks for all who wait, with one statement, and
 * holds no connection in between.
 */
@Singleton
class Arrivals {

    /** How it ended: with the event in the database, without it, or with a database that does not answer. */
    enum Arrival {
        HERE,
        LATE,
        UNKNOWN
    }

    private static final Logger LOG = Logger.getLogger(Arrivals.class);

    /** Beyond these nobody is made to wait: each keeps one of the places for requests that are worked on. */
    private static final int SEATS = 50;

    private static final long ROUND = Duration.ofMillis(20).toNanos();

    private static final String KNOWN =
            "select e.event_id from " + Rows.WANTED + " join audit_event e on e.event_id = wanted.id";

    private final LogDatabase database;
    private final Set<Waiting> waiting = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean looking = new AtomicBoolean();
    private final ExecutorService thread = Executors.newSingleThreadExecutor(Arrivals::thread);

    Arrivals(LogDatabase database) {
        this.database = database;
    }

    /** Goes on, in another thread, once the event is there or the patience has ended; it is looked for at least once. */
    void await(String event, Duration patience, Consumer<Arrival> then) {
        waiting.add(new Waiting(event, System.nanoTime() + patience.toNanos(), then));
        goOn(0);
    }

    @PreDestroy
    void stop() {
        thread.shutdown();
    }

    private void goOn(long pause) {
        if (!waiting.isEmpty() && looking.compareAndSet(false, true)) {
            try {
                thread.execute(() -> lookAfter(pause));
            } catch (RejectedExecutionException e) {
                looking.set(false); // the service ends
                List.copyOf(waiting).forEach(one -> end(one, Arrival.UNKNOWN));
            }
        }
    }

    private void lookAfter(long pause) {
        LockSupport.parkNanos(pause); // not at all for 0
        List<Waiting> now = List.copyOf(waiting);
        try {
            Set<String> here = known(now);
            now.stream().filter(one -> here.contains(one.event)).forEach(one -> end(one, Arrival.HERE));
            now.stream().filter(Waiting::isOver).forEach(one -> end(one, Arrival.LATE));
            now.stream().filter(waiting::contains).skip(SEATS).forEach(one -> end(one, Arrival.LATE));
        } catch (RuntimeException e) {
            LOG.debugf(e, "%d readers wait for events that could not be looked for", now.size());
            now.forEach(one -> end(one, Arrival.UNKNOWN));
        } finally {
            looking.set(false);
            goOn(now.stream().anyMatch(waiting::contains) ? ROUND : 0);
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
