package org.claimtrail.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/**
 * A node that stops ({@code kill -STOP}) while it grows the tree: leaves have their places, all locks are held, and nothing
 * is committed. Once, when there is a file.
 */
final class StandStill {

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private StandStill() {}

    /** The option of the Java machine that prepares it. */
    static String agent(Path folder) {
        try {
            Files.writeString(script(folder), "rm " + armed(folder) + "; kill -STOP $1\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Rules.agent(
                folder,
                "stop",
                String.join(
                        "\n",
                        "RULE stand still",
                        "CLASS org.claimtrail.audit.log.Sequencer",
                        "METHOD takeBatch",
                        "AT EXIT",
                        "BIND armed:java.io.File = new java.io.File(\"" + armed(folder) + "\")",
                        "IF $! > 0 && armed.exists()",
                        "DO Runtime.getRuntime().exec(\"sh " + script(folder)
                                + " \" + ProcessHandle.current().pid()).waitFor()",
                        "ENDRULE",
                        ""));
    }

    /** Has the node stop there, and returns once it has. */
    static void await(Path folder) {
        try {
            Files.createFile(armed(folder));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (Files.exists(armed(folder))) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("It never grew the tree");
            }
            LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
        }
    }

    private static Path armed(Path folder) {
        return folder.resolve("stand-still");
    }

    private static Path script(Path folder) {
        return folder.resolve("stop.sh");
    }
}
