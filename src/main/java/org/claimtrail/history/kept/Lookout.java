package org.claimtrail.history.kept;

import jakarta.annotation.PreDestroy;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.claimtrail.audit.OnCommit;
import org.jboss.logging.Logger;

/**
 * Looks at the log for all who ask: one look at a time, for everyone who asked before it began, and for who asks soon after
 * ({@link Hold}). So each reader sees what was acknowledged before they asked, on whichever node that writes, and many readers
 * cost one statement.
 */
public abstract class Lookout implements OnCommit {

    private static final Logger LOG = Logger.getLogger(Lookout.class);

    /** Seconds. */
    private static final int PATIENCE_AT_END = 5;

    private final Cluster cluster;
    private final Hold hold;
    private final Queue<Consumer<Boolean>> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean looking = new AtomicBoolean();
    private final ExecutorService thread;

    /** @param name of the thread that looks */
    protected Lookout(String name, Cluster cluster) {
        this(name, cluster, new Hold());
    }

    Lookout(String name, Cluster cluster, Hold hold) {
        this.cluster = cluster;
        this.hold = hold;
        this.thread = Executors.newSingleThreadExecutor(looking -> thread(looking, name));
    }

    /** Takes note of all that was committed before this call; by one thread alone, and while nobody else looks. */
    protected abstract void look();

    /** Whether the last look is as good as a new one. */
    public boolean isFresh() {
        return cluster.mayHold() && hold.lasts(); // in this order: in between the thread may stand still
    }

    @Override
    public void committed() {
        hold.end();
    }

    /** Goes on, in another thread, after a look that began after this call; with false when that was not possible. */
    public void afterLook(Consumer<Boolean> then) {
        waiting.add(then);
        if (looking.compareAndSet(false, true)) {
            try {
                thread.execute(this::lookForWhoWaits);
            } catch (RejectedExecutionException e) {
                looking.set(false); // the service ends
                then.accept(false);
            }
        }
    }

    private void lookForWhoWaits() {
        do {
            try {
                lookForAll();
            } finally {
                looking.set(false); // whatever happens, or nobody would ever look again
            }
        } while (!waiting.isEmpty() && looking.compareAndSet(false, true));
    }

    private void lookForAll() {
        while (!waiting.isEmpty()) {
            List<Consumer<Boolean>> now = new ArrayList<>();
            for (Consumer<Boolean> next = waiting.poll(); next != null; next = waiting.poll()) {
                now.add(next);
            }
            lookFor(now);
        }
    }

    private void lookFor(List<Consumer<Boolean>> readers) {
        boolean looked = false;
        try {
            looked = hasLooked(readers.size());
        } finally {
            boolean told = looked;
            readers.forEach(reader -> reader.accept(told)); // whatever happens: they wait for it
        }
    }

    private boolean hasLooked(int readers) {
        try {
            Hold.Look look = hold.look();
            look();
            hold.begin(look);
            return true;
        } catch (RuntimeException e) {
            LOG.debugf(e, "The log could not be looked at for %d readers", readers); // they are told what is the matter
            return false;
        }
    }

    @PreDestroy
    protected void end() {
        thread.shutdown();
        try {
            if (!thread.awaitTermination(PATIENCE_AT_END, TimeUnit.SECONDS)) {
                LOG.warn("The service ends while the log is looked at");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Thread thread(Runnable looking, String name) {
        Thread thread = new Thread(looking, name);
        thread.setDaemon(true);
        return thread;
    }
}
