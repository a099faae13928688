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
     * Puts a file in the place of another, whole or not at all, and returns when the disk has its bytes.
     *
     * @throws X what the content throws; the file that was there stays then
     */
    public static <X extends Exception> void replace(Path file, Content<X> content) throws IOException, X {
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(fresh);
        Files.createFile(fresh, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try (FileChannel channel = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
            content.writeTo(Channels.newOutputStream(channel));
            channel.force(true);
        }
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** What stands in it. */
    public interface Content<X extends Exception> {
        void writeTo(OutputStream out) throws IOException, X;
    }
}
