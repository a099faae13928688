package org.claimtrail.audit.log;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.sql.SQLException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.claimtrail.shared.reader.Reader;
import org.jboss.logging.Logger;

/** The thread that grows and publishes the tree: at once when this process wrote, and now and then for what others did. */
@ApplicationScoped
public class Sequencing {

    private static final Logger LOG = Logger.getLogger(Sequencing.class);

    /** Behind everything that a start writes. */
    private static final int LAST = 10_000;
    /** Between two checkpoints, so that many writes share one signature and one wait for the disk. */
    private static final long GAP = 150;

    private static final long PATIENCE_AT_STOP = 10_000;

    private final Sequencer sequencer;
    private final Publisher publisher;
    private final Published published;
    private final LogConfig config;
    private final LogStatus status;
    private final Reader reader;
    private final Semaphore written = new Semaphore(0);
    private final Thread thread = new Thread(this::run, "log-sequencing");

    private volatile boolean stopping;

    Sequencing(
            Sequencer sequencer,
            Publisher publisher,
            Published published,
            LogConfig config,
            LogStatus status,
            Reader reader) {
        this.sequencer = sequencer;
        this.publisher = publisher;
        this.published = published;
        this.config = config;
        this.status = status;
        this.reader = reader;
    }

    void start(@Observes @Priority(LAST) StartupEvent started) {
        thread.setDaemon(true);
        thread.start();
        wake();
    }

    /** What was written is to be in a checkpoint before the process ends. */
    void stop(@Observes ShutdownEvent stopped) throws InterruptedException {
        stopping = true;
        wake();
        thread.join(PATIENCE_AT_STOP);
    }

    /** Something was committed. */
    public void wake() {
        written.release();
    }

    /** Shows at once what other nodes have shown by now, for whoever has seen it there. */
    public void follow() throws SQLException, IOException {
        if (status.halted().isPresent()) {
            return;
        }
        try {
            publisher.follow();
        } catch (Fork e) {
            status.halt(String.valueOf(e.getMessage()));
        }
    }

    @SuppressWarnings("CatchAndPrintStackTrace")
    private void run() {
        try {
            boolean last = false;
            while (!last) {
                last = stopping;
                boolean woken = last || written.tryAcquire(config.interval().toMillis(), TimeUnit.MILLISECONDS);
                written.drainPermits();
                boolean more = pass();
                if (woken && !more && !stopping) {
                    Thread.sleep(GAP);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** One round; true when more is waiting than one transaction took. */
    private boolean pass() throws InterruptedException {
        if (status.halted().isPresent()) {
            return false;
        }
        try {
            publisher.follow();
            if (!config.sequencing() || reader.isOn()) {
                return false;
            }
            int grown = sequencer.grow();
            publisher.publish();
            return grown == config.batch();
        } catch (Fork e) {
            status.halt(String.valueOf(e.getMessage()));
        } catch (Exception e) { // the database, the disk or a signer is away: this thread has to outlive that
            failed(e);
        }
        return false;
    }

    private void failed(Exception failure) throws InterruptedException {
        boolean contended = failure instanceof SQLException sql && LogDatabase.isContention(sql);
        boolean told = contended || failure instanceof TooFewWitnesses; // who throws that has said it already
        LOG.logf(
                told ? Logger.Level.DEBUG : Logger.Level.WARN,
                failure,
                "The log waits: %s (%d entries published)",
                failure.getMessage(),
                published.size());
        if (!stopping) {
            Thread.sleep(ThreadLocalRandom.current().nextLong(20, contended ? 100 : 1000));
        }
        wake();
    }
}
