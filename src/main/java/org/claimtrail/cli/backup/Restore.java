package org.claimtrail.cli.backup;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.claimtrail.shared.file.DataFiles;
import org.claimtrail.shared.file.OwnerFile;

/**
 * Puts a backup back. The database that is there is set aside, not overwritten; of what stands beside it only what is
 * missing is taken from the backup: it knows what the database may have forgotten. The start then compares, and erases
 * again what was erased since.
 */
record Restore(Path backup) {

    private static final String ASIDE = ".before-restore";

    static Restore from(Path backup) {
        return new Restore(backup);
    }

    void into(Path folder) throws IOException {
        Files.createDirectories(folder);
        Path database = folder.resolve(DataFiles.DATABASE);
        if (Files.exists(database)) {
            DatabaseLock.during(folder, () -> {});
        }
        try (ZipFile zip = new ZipFile(backup.toFile())) {
            Path fresh = folder.resolve(DataFiles.DATABASE + ".new");
            take(zip, DataFiles.DATABASE, fresh);
            for (String name : DataFiles.BESIDE) {
                Path file = folder.resolve(name);
                if (!Files.exists(file) && zip.getEntry(name) != null) {
                    take(zip, name, file);
                }
            }
            if (Files.exists(database)) {
                Files.move(database, folder.resolve(DataFiles.DATABASE + ASIDE), StandardCopyOption.REPLACE_EXISTING);
            }
            Files.move(fresh, database, StandardCopyOption.ATOMIC_MOVE);
        }
    }

    private static void take(ZipFile zip, String name, Path target) throws IOException {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) {
            throw new IOException("there is no " + name + " in " + zip.getName());
        }
        OwnerFile.replace(target, out -> {
            try (InputStream in = zip.getInputStream(entry)) {
                in.transferTo(out);
            }
        });
    }
}
