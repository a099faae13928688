package org.claimtrail.cli.backup;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import org.claimtrail.cli.folder.Compaction;
import org.claimtrail.shared.file.DataFiles;

/** The lock that the embedded database holds while it is open. */
final class DatabaseLock {

    private DatabaseLock() {}

    /**
     * Holds it, so that nobody opens the database meanwhile.
     *
     * @throws IOException when there is no database, or a service has it open
     */
    static void during(Path folder, Compaction.Work work) throws IOException {
        Path database = folder.resolve(DataFiles.DATABASE);
        if (!Files.exists(database)) {
            throw new IOException("there is no database in " + folder);
        }
        Object file = key(database);
        try (FileChannel channel = FileChannel.open(database, StandardOpenOption.READ, StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock()) {
            if (lock == null || !key(database).equals(file)) { // one that is compacted has another file in its place
                throw new IOException("the database in " + folder + " is in use. Stop the service first.");
            }
            work.run();
        } catch (OverlappingFileLockException e) {
            throw new IOException("the database in " + folder + " is in use. Stop the service first.", e);
        }
    }

    /** What tells this file from another one of the name. */
    private static Object key(Path database) throws IOException {
        return Optional.ofNullable(Files.readAttributes(database, BasicFileAttributes.class)
                        .fileKey())
                .orElse(database);
    }
}
