package org.claimtrail.cli.folder;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import org.claimtrail.shared.file.DataFiles;
import org.claimtrail.shared.start.CannotStart;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.jspecify.annotations.Nullable;

/**
 * Writes the file of the embedded database anew after an erasure. H2 only ever appends, and reuses room much later: what
 * was deleted can still be read in the file until then. It can be done only while nobody has the file open, so before
 * the database starts and after it has stopped.
 */
public final class Compaction {

    /** H2 deletes a file of this name when it opens the database: what a compaction that was killed has left. */
    private static final String UNFINISHED = DataFiles.DATABASE + ".tempFile";

    private Compaction() {}

    /**
     * Compacts the database in a folder if an erasure asks for it. The new file takes the place of the old one in one
     * step; killed before that, the next start does it again. Whoever comes while another process is at it waits: the
     * database is nobody's between its last look at the old file and the new one, and opening it then would be writing to
     * a file that is gone.
     *
     * @throws CannotStart when there is no room for a second file, or the file is damaged
     */
    public static void ifDue(Path folder) {
        if (!isDue(folder)) {
            return;
        }
        try (FileChannel mark = FileChannel.open(folder.resolve(DataFiles.COMPACTION_DUE), StandardOpenOption.WRITE);
                FileLock lock = mark.lock()) {
            if (lock.isValid() && isDue(folder)) { // another process may have done it meanwhile
                compact(folder);
                Files.delete(folder.resolve(DataFiles.COMPACTION_DUE));
            }
        } catch (IOException | RuntimeException e) { // H2 fails with several kinds, some out of its threads
            // Whoever has it open, or is at it, will do it. The start says so by itself.
            if (isDue(folder) && !isInUse(e)) {
                throw failed(folder.resolve(DataFiles.DATABASE), e);
            }
        }
    }

    /** Whether an erasure has left old bytes in the file. */
    public static boolean isDue(Path folder) {
        return Files.exists(folder.resolve(DataFiles.COMPACTION_DUE))
                && Files.exists(folder.resolve(DataFiles.DATABASE));
    }

    /** What is done while nobody else changes the file. */
    public interface Work {
        void run() throws IOException;
    }

    /**
     * Keeps compactions from the file. The caller holds the database's own lock, so that no service is there which could
     * ask for one meanwhile; but that lock is nobody's at the end of a compaction, which would put the old database,
     * compacted, in the place of what the caller has put there.
     *
     * @throws IOException when one is under way
     */
    public static void heldOff(Path folder, Work work) throws IOException {
        if (!Files.exists(folder.resolve(DataFiles.COMPACTION_DUE))) {
            work.run();
            return;
        }
        try (FileChannel mark = FileChannel.open(folder.resolve(DataFiles.COMPACTION_DUE), StandardOpenOption.WRITE);
                FileLock lock = mark.tryLock()) {
            if (lock == null) {
                throw underWay(folder, null);
            }
            work.run();
        } catch (OverlappingFileLockException e) {
            throw underWay(folder, e);
        }
    }

    private static IOException underWay(Path folder, @Nullable Throwable cause) {
        return new IOException("the database in " + folder + " is being compacted. Wait until that is done.", cause);
    }

    private static void compact(Path folder) throws IOException {
        Path database = folder.resolve(DataFiles.DATABASE);
        Path fresh = folder.resolve(UNFINISHED);
        try {
            MVStore.compact(database.toString(), fresh.toString(), false, null);
            keepPermissions(database, fresh);
            Files.move(fresh, database, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            discard(fresh);
        }
    }

    /** Half a file takes the room that the next try needs, which deletes it too. What made it fail is what is told. */
    private static void discard(Path fresh) {
        try {
            Files.deleteIfExists(fresh);
        } catch (IOException ignored) {
            // the failure that left it is on its way
        }
    }

    /** H2 makes the file as the umask has it, and whoever could not read the old one is not to read the new one. */
    private static void keepPermissions(Path old, Path fresh) throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(old, PosixFileAttributeView.class);
        if (view != null) {
            Files.setPosixFilePermissions(fresh, view.readAttributes().permissions());
        }
    }

    private static boolean isInUse(@Nullable Throwable e) {
        if (e instanceof MVStoreException store && store.getErrorCode() == DataUtils.ERROR_FILE_LOCKED) {
            return true;
        }
        return e instanceof OverlappingFileLockException || (e != null && isInUse(e.getCause()));
    }

    private static CannotStart failed(Path database, Exception e) {
        return new CannotStart("an erasure is not complete: the database " + database + " cannot be compacted ("
                + e.getMessage() + "). Make room for a second file of its size.");
    }
}
