package org.claimtrail.cli.backup;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/** What lies in the folder of the embedded database. */
final class DataFiles {

    static final String DATABASE = "claimtrail.mv.db";

    /** Beside the database: they know what it may have forgotten, so a restore never puts an older one in their place. */
    static final List<String> BESIDE = List.of("log-key.p12", "witness-key.p12", "log-anchor.txt", "erasures.jsonl");

    private DataFiles() {}

    /** What is done while nobody else can open the database. */
    interface Work {
        void run() throws IOException;
    }

    /**
     * Holds the lock that the database holds while it is open.
     *
     * @throws IOException when there is no database, or a service has it open
     */
    static void whileClosed(Path folder, Work work) throws IOException {
        Path database = folder.resolve(DATABASE);
        if (!Files.exists(database)) {
            throw new IOException("there is no database in " + folder);
        }
        try (FileChannel channel = FileChannel.open(database, StandardOpenOption.READ, StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock()) {
            if (lock == null) {
                throw new IOException("the database in " + folder + " is in use. Stop the service first.");
            }
            work.run();
        } catch (OverlappingFileLockException e) {
            throw new IOException("the database in " + folder + " is in use. Stop the service first.", e);
        }
    }
}
