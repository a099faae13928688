package org.claimtrail.cli.backup;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.claimtrail.shared.file.DataFiles;
import org.claimtrail.shared.file.OwnerFile;

/** A copy of all that a stopped service needs to go on elsewhere, in one file that only its owner may read. */
record Backup(Path folder) {

    static Backup of(Path folder) {
        return new Backup(folder);
    }

    /** Writes the file whole, or not at all. */
    void writeTo(Path target) throws IOException {
        DatabaseLock.during(folder, () -> OwnerFile.replace(target, this::write));
    }

    private void write(OutputStream out) throws IOException {
        ZipOutputStream zip = new ZipOutputStream(out);
        add(DataFiles.DATABASE, zip);
        for (String name : DataFiles.BESIDE) {
            add(name, zip);
        }
        zip.finish();
    }

    private void add(String name, ZipOutputStream zip) throws IOException {
        Path file = folder.resolve(name);
        if (Files.exists(file)) {
            zip.putNextEntry(new ZipEntry(name));
            Files.copy(file, zip);
            zip.closeEntry();
        }
    }
}
