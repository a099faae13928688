package org.claimtrail.history.kept;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.claimtrail.audit.OnCommit;
import org.jboss.logging.Logger;

/**
 * Looks at the log for all who ask: one look at a time, for everyone who asked before it began, and for who asks soon after
 * ({@link Hold}). So each reader sees what was acknowledged before they asked, on whichever node that writes, and many readers
 * cost one statement.
 */
@Singleton
class Lookout implements OnCommit {

    private static final Logger LOG = Logger.getLogger(Lookout.class);

    private final Changes changes;
    private final KeptAnswers answers;
    private final Hold hold = new Hold();
    private final Queue<Consumer<Boolean>> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean looking = new AtomicBoolean();
    private final ExecutorService thread = Executors.newSingleThreadExecutor(Lookout::thread);

    Lookout(Changes changes, KeptAnswers answers) {
        this.changes = changes;
        this.answers = answers;
    }

    /** Whether the last look is as good as a new one. */
    boolean isFresh() {
        return hold.lasts();
    }

    @Override
    public void committed() {
        hold.end();
    }

    /** Goes on, in another thread, after a look that began after this call; with false when that was not possible. */
    void afterLook(Consumer<Boolean> then) {
        waiting.add(then);
        if (looking.compareAndSet(false, true)) {
            try {
                thread.execute(this::look);
            } catch (RejectedExecutionException e) {
                looking.set(false); // the service ends
                then.accept(false);
            }
        }
    }

    private void look() {
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
        boolean looked = look(readers.size());
        readers.forEach(reader -> reader.accept(looked));
    }

    private boolean look(int readers) {
        try {
            Hold.Look look = hold.look();
            if (!changes.look()) {
                answers.clear(); // so that nothing erased stays in memory
            }
            hold.begin(look);
            return true;
        } catch (RuntimeException e) {
            LOG.debugf(e, "The log could not be looked at for %d readers", readers); // they are told what is the matter
            return false;
        }
    }

    @PreDestroy
    void end() {
        thread.shutdown();
    }

    private static Thread thread(Runnable looking) {
        Thread thread = new Thread(looking, "lookout");
        thread.setDaemon(true);
        return thread;
    }
}
