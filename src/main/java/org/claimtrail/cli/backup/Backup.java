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
import org.claimtrail.shared.file.DataFiles;
import org.claimtrail.shared.file.OwnerFile;

/**
 * A copy of all that a stopped service needs to go on elsewhere, in one file that only its owner may read.
 *
 * @param data where the database lies, and the ledger of erasures
 * @param audit where keys and anchor file lie
 */
record Backup(Path data, Path audit) {

    /**
     * Writes the file whole, or not at all.
     *
     * @return the names of what is in it
     */
    List<String> writeTo(Path target) throws IOException {
        Map<String, Path> files = new LinkedHashMap<>();
        files.put(DataFiles.DATABASE, data.resolve(DataFiles.DATABASE));
        for (String name : DataFiles.BESIDE) {
            Path file = DataFiles.within(data, audit, name);
            if (Files.isRegularFile(file)) {
                files.put(name, file);
            }
        }
        DatabaseLock.during(data, () -> OwnerFile.replace(target, out -> write(files, out)));
        return List.copyOf(files.keySet());
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
