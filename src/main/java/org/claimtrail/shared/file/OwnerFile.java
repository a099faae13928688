package org.claimtrail.shared.file;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;

/** A file that only its owner may read. */
public final class OwnerFile {

    private OwnerFile() {}

    /**
     * Puts a file in the place of another, whole or not at all, and returns when the disk has it.
     *
     * @throws X what the content throws; the file that was there stays then
     */
    public static <X extends Exception> void replace(Path file, Content<X> content) throws IOException, X {
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(fresh);
        Files.createFile(fresh, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try {
            try (FileChannel channel = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
                content.writeTo(Channels.newOutputStream(channel));
                channel.force(true);
            }
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(fresh); // on a full disk, half a file would be the room that others need
        }
        keep(file);
    }

    /** Brings to the disk that a file stands under its name: its bytes alone do not outlive a power cut. */
    public static void keep(Path file) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            try (FileChannel entries = FileChannel.open(folder, StandardOpenOption.READ)) {
                entries.force(true);
            }
        }
    }

    /** What stands in it. */
    public interface Content<X extends Exception> {
        void writeTo(OutputStream out) throws IOException, X;
    }
}
