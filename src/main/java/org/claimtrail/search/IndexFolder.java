package org.claimtrail.search;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/**
 * A folder for one process, which nobody else may read and which is deleted at its end; or, where the process was killed, by the
 * next that starts beside it. As long as it is used its file {@value #USED} is locked.
 */
final class IndexFolder implements Closeable {

    private static final Logger LOG = Logger.getLogger(IndexFolder.class);

    private static final String PREFIX = "claimtrail-search-";
    private static final String USED = "used";

    /** One that is younger may be about to be locked. */
    private static final Duration YOUNG = Duration.ofMinutes(1);

    private final Path folder;
    private final FileChannel used;

    private IndexFolder(Path folder) throws IOException {
        this.folder = folder;
        this.used = FileChannel.open(folder.resolve(USED), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        FileLock lock = used.tryLock();
        if (lock == null) {
            throw new IOException(folder + " is used already");
        }
    }

    /** A new one, in a folder that is there. */
    static IndexFolder in(Path parent) throws IOException {
        IndexFolder mine = new IndexFolder(Files.createTempDirectory(parent, PREFIX));
        deleteUnused(parent);
        return mine;
    }

    /** Where files may be written. */
    Path files() throws IOException {
        return Files.createDirectories(folder.resolve("index"));
    }

    @Override
    public void close() throws IOException {
        used.close();
        delete(folder);
    }

    private static void deleteUnused(Path parent) throws IOException {
        try (DirectoryStream<Path> all = Files.newDirectoryStream(parent, PREFIX + "*")) {
            for (Path other : all) {
                deleteUnless(other);
            }
        }
    }

    /** What cannot be deleted is another user's. */
    private static void deleteUnless(Path other) {
        try {
            Instant before = Instant.now().minus(YOUNG);
            if (Files.getLastModifiedTime(other).toInstant().isBefore(before) && !isUsed(other.resolve(USED))) {
                delete(other);
            }
        } catch (IOException e) {
            LOG.debugf(e, "%s was not deleted", other);
        }
    }

    private static boolean isUsed(Path file) throws IOException {
        if (!Files.exists(file)) {
            return false;
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            return channel.tryLock() == null;
        } catch (OverlappingFileLockException e) {
            return true; // by this very process
        }
    }

    private static void delete(Path folder) throws IOException {
        List<Path> all;
        try (Stream<Path> files = Files.walk(folder)) {
            all = files.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path each : all) {
            Files.deleteIfExists(each);
        }
    }
}
