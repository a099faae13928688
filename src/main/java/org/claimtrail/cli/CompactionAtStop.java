package org.claimtrail.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.claimtrail.cli.folder.Compaction;
import org.claimtrail.shared.start.CannotStart;

/**
 * Compacts the database once the service has stopped, and holds up the end of the Java machine for it: after a signal
 * that ends with its last shutdown hook, whatever its threads are doing.
 */
final class CompactionAtStop {

    /** Init systems lose patience after 10 to 90 seconds anyway; what is cut short, the next start does. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final Path folder;
    private final CountDownLatch done = new CountDownLatch(1);

    private CompactionAtStop(Path folder) {
        this.folder = folder;
    }

    static CompactionAtStop in(Path folder) {
        CompactionAtStop compaction = new CompactionAtStop(folder);
        Runtime.getRuntime().addShutdownHook(new Thread(compaction::await, "compaction"));
        return compaction;
    }

    /** To be called when the database is closed. */
    @SuppressWarnings("SystemOut")
    void run() {
        try {
            Compaction.ifDue(folder);
        } catch (CannotStart e) {
            System.err.println("Claimtrail: " + e.getMessage() + " The next start tries again.");
        } finally {
            done.countDown();
        }
    }

    private void await() {
        if (Compaction.isDue(folder)) {
            try {
                done.await(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
