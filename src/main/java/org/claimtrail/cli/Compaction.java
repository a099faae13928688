package org.claimtrail.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.claimtrail.shared.file.DataFiles;
import org.claimtrail.shared.start.CannotStart;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVStoreException;
import org.h2.mvstore.MVStoreTool;

/**
 * Writes the file of the embedded database anew after an erasure. H2 only ever appends, and reuses room much later: what
 * was deleted can still be read in the file until then. It can be done only while nobody has the file open, so before
 * the database starts and after it has stopped.
 */
final class Compaction {

    private Compaction() {}

    /**
     * Compacts the database in a folder if an erasure asks for it. The new file takes the place of the old one in one
     * step; killed before that, the next start does it again.
     *
     * @throws CannotStart when there is no room for a second file, or the file is damaged
     */
    static void ifDue(Path folder) {
        Path database = folder.resolve(DataFiles.DATABASE);
        if (!isDue(folder)) {
            return;
        }
        try {
            MVStoreTool.compact(database.toString(), false);
            Files.delete(folder.resolve(DataFiles.COMPACTION_DUE));
        } catch (MVStoreException e) {
            // Whoever has it open will do it. The start says so by itself.
            if (e.getErrorCode() != DataUtils.ERROR_FILE_LOCKED) {
                throw failed(database, e);
            }
        } catch (IOException e) {
            throw failed(database, e);
        }
    }

    /** Whether an erasure has left old bytes in the file. */
    static boolean isDue(Path folder) {
        return Files.exists(folder.resolve(DataFiles.COMPACTION_DUE))
                && Files.exists(folder.resolve(DataFiles.DATABASE));
    }

    private static CannotStart failed(Path database, Exception e) {
        return new CannotStart("an erasure is not complete: the database " + database + " cannot be compacted ("
                + e.getMessage() + "). Make room for a second file of its size.");
    }
}
