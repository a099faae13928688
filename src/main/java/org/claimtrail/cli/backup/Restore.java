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

    /**
     * Puts it back.
     *
     * @param folder where the database goes, and the ledger of erasures
     * @param audit where keys and anchor file go
     */
    void into(Path folder, Path audit) throws IOException {
        Files.createDirectories(folder);
        Files.createDirectories(audit);
        Path database = folder.resolve(DataFiles.DATABASE);
        if (Files.exists(database)) {
            DatabaseLock.during(folder, () -> {});
        }
        try (ZipFile zip = new ZipFile(backup.toFile())) {
            Path fresh = folder.resolve(DataFiles.DATABASE + ".new");
            take(zip, DataFiles.DATABASE, fresh);
            for (String name : DataFiles.BESIDE) {
                Path file = DataFiles.within(folder, audit, name);
                if (!Files.exists(file) && zip.getEntry(name) != null) {
                    take(zip, name, file);
                }
            }
            if (Files.exists(database)) {
                Files.move(database, aside(folder));
            }
            Files.move(fresh, database, StandardCopyOption.ATOMIC_MOVE);
        }
    }

    /** A name that nothing has: what an earlier restore has set aside may be the newest database of all. */
    private static Path aside(Path folder) {
        Path aside = folder.resolve(DataFiles.DATABASE + ASIDE);
        for (int n = 2; Files.exists(aside); n++) {
            aside = folder.resolve(DataFiles.DATABASE + ASIDE + "-" + n);
        }
        return aside;
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
