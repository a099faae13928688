package org.claimtrail.cli.backup;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.claimtrail.cli.folder.Compaction;
import org.claimtrail.cli.folder.DataFolder;
import org.claimtrail.shared.file.DataFiles;
import org.claimtrail.shared.file.OwnerFile;
import org.claimtrail.shared.start.CannotStart;

/**
 * A copy of all that a stopped service needs to go on elsewhere, in one file that only its owner may read.
 *
 * @param data where the database lies, and the ledger of erasures
 * @param audit where keys and anchor file lie
 */
record Backup(Path data, Path audit) {

    /**
     * Writes the file whole, or not at all. What was erased is not in it: old bytes leave the database's file first.
     *
     * @return the names of what is in it
     * @throws CannotStart when the ledger was moved away, or what was erased cannot leave the file
     */
    List<String> writeTo(Path target) throws IOException {
        DataFolder.requireNotMoved(data);
        // Not under the lock: it opens the database by itself, and puts another file in its place.
        Compaction.ifDue(data);
        Map<String, Path> files = new LinkedHashMap<>();
        DatabaseLock.during(data, () -> {
            requireNothingErased();
            files.putAll(files());
            OwnerFile.replace(target, out -> write(files, out));
        });
        return List.copyOf(files.keySet());
    }

    /** A service that ran since the compaction may have erased more; the mark that says so is not in a backup. */
    private void requireNothingErased() throws IOException {
        if (Compaction.isDue(data)) {
            throw new IOException("the database in " + data
                    + " still holds what was just erased. Stop the service, and make the backup again.");
        }
    }

    /** The database comes last: closing any file descriptor of it lets go of the lock on it. */
    private Map<String, Path> files() {
        Map<String, Path> files = new LinkedHashMap<>();
        for (String name : DataFiles.BESIDE) {
            Path file = DataFiles.within(data, audit, name);
            if (Files.isRegularFile(file)) {
                files.put(name, file);
            }
        }
        files.put(DataFiles.DATABASE, data.resolve(DataFiles.DATABASE));
        return files;
    }

    private static void write(Map<String, Path> files, OutputStream out) throws IOException {
        ZipOutputStream zip = new ZipOutputStream(out);
        for (Map.Entry<String, Path> file : files.entrySet()) {
            zip.putNextEntry(new ZipEntry(file.getKey()));
            Files.copy(file.getValue(), zip);
            zip.closeEntry();
        }
        zip.finish();
    }
}
