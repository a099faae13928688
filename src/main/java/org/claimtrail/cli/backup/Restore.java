package org.claimtrail.cli.backup;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.claimtrail.cli.folder.Compaction;
import org.claimtrail.cli.folder.DataFolder;
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
     * Puts it back, while no service can open the database. There is no moment without one: whoever started in it would
     * begin another ledger.
     *
     * @param folder where the database goes, and the ledger of erasures
     * @param audit where keys and anchor file go; it has to be there, unless it is the same folder
     * @return the names of what was taken from the backup beside the database
     */
    List<String> into(Path folder, Path audit) throws IOException {
        DataFolder.make(folder);
        Path database = folder.resolve(DataFiles.DATABASE);
        Path fresh = folder.resolve(DataFiles.DATABASE + ".new");
        List<String> taken = new ArrayList<>();
        try (ZipFile zip = new ZipFile(backup.toFile())) {
            boolean replaces = Files.exists(database);
            Compaction.Work work = () -> {
                take(zip, DataFiles.DATABASE, fresh);
                taken.addAll(takeMissing(zip, folder, audit));
                if (replaces) {
                    replace(database, fresh);
                } else {
                    put(fresh, database);
                }
                OwnerFile.keep(database);
            };
            if (replaces) {
                DatabaseLock.during(folder, () -> Compaction.heldOff(folder, work));
            } else {
                work.run();
            }
        } finally {
            Files.deleteIfExists(fresh);
        }
        return taken;
    }

    private static List<String> takeMissing(ZipFile zip, Path folder, Path audit) throws IOException {
        List<String> taken = new ArrayList<>();
        for (String name : DataFiles.BESIDE) {
            Path file = DataFiles.within(folder, audit, name);
            if (!Files.exists(file) && zip.getEntry(name) != null) {
                take(zip, name, file);
                taken.add(name);
            }
        }
        return taken;
    }

    /** A second name for the old database, then one step. Where a file has only one name, it is away for a moment. */
    private static void replace(Path database, Path fresh) throws IOException {
        Path aside = aside(database.resolveSibling(DataFiles.DATABASE + ASIDE));
        try {
            Files.createLink(aside, database);
        } catch (UnsupportedOperationException | FileSystemException e) {
            Files.move(database, aside);
        }
        Files.move(fresh, database, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Where none was, nothing could be locked: a service that was started meanwhile has made one, and keeps it. */
    private static void put(Path fresh, Path database) throws IOException {
        try {
            try {
                Files.createLink(database, fresh);
            } catch (UnsupportedOperationException | FileSystemException e) {
                Files.move(fresh, database); // refuses, too, to replace one
            }
        } catch (FileAlreadyExistsException e) {
            throw new IOException("a service has made a database at " + database + " meanwhile. Stop it first.", e);
        }
    }

    /** A name that nothing has: what an earlier restore has set aside may be the newest database of all. */
    private static Path aside(Path first) {
        Path aside = first;
        for (int n = 2; Files.exists(aside); n++) {
            aside = first.resolveSibling(first.getFileName() + "-" + n);
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
