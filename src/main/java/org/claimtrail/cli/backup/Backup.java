package org.claimtrail.cli.backup;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A copy of all that a stopped service needs to go on elsewhere, in one file that only its owner may read. */
record Backup(Path folder) {

    static Backup of(Path folder) {
        return new Backup(folder);
    }

    /** Writes the file whole, or not at all. */
    void writeTo(Path target) throws IOException {
        Path fresh = target.resolveSibling(target.getFileName() + ".new");
        Files.deleteIfExists(fresh);
        Files.createFile(fresh, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        DataFiles.whileClosed(folder, () -> write(fresh));
        try (FileChannel channel = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private void write(Path fresh) throws IOException {
        List<String> names = new ArrayList<>(List.of(DataFiles.DATABASE));
        names.addAll(DataFiles.BESIDE);
        try (OutputStream out = Files.newOutputStream(fresh);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (String name : names) {
                Path file = folder.resolve(name);
                if (Files.exists(file)) {
                    zip.putNextEntry(new ZipEntry(name));
                    Files.copy(file, zip);
                    zip.closeEntry();
                }
            }
        }
    }
}
