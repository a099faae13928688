package org.claimtrail.cli.folder;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;
import org.claimtrail.shared.file.DataFiles;
import org.claimtrail.shared.start.CannotStart;

/** Where the embedded database lives: {@code data/} below the working directory, or CLAIMTRAIL_DATA_DIR. */
public final class DataFolder {

    private static final String PROPERTY = "claimtrail.data-dir";
    private static final String VARIABLE = "CLAIMTRAIL_DATA_DIR";
    private static final String DEFAULT = "data";
    private static final Set<PosixFilePermission> OWNERS = PosixFilePermissions.fromString("rwx------");

    private DataFolder() {}

    /**
     * Makes the folder and fixes its absolute path for the configuration, since the database takes no relative one.
     * Does nothing where another database is configured.
     *
     * @return the folder, where the embedded database lives in it
     * @throws CannotStart when nothing can be written there
     */
    public static Optional<Path> prepare() {
        if (isElsewhere()) {
            return Optional.empty();
        }
        Path folder = Path.of(Optional.ofNullable(System.getProperty(PROPERTY))
                        .or(() -> Optional.ofNullable(System.getenv(VARIABLE)))
                        .filter(text -> !text.isBlank())
                        .orElse(DEFAULT))
                .toAbsolutePath()
                .normalize();
        requireWritable(folder);
        System.setProperty(PROPERTY, folder.toString());
        return Optional.of(folder);
    }

    /**
     * Refuses a ledger that lives elsewhere now: two services that go on with one log show two histories of it.
     *
     * @throws CannotStart when it was moved
     */
    public static void requireNotMoved(Path folder) {
        Path mark = folder.resolve(DataFiles.MOVED);
        if (Files.exists(mark) && Files.exists(folder.resolve(DataFiles.DATABASE))) {
            throw new CannotStart(
                    "the ledger in " + folder + " was moved to PostgreSQL and goes on there. If nothing was"
                            + " written there and the database is gone, delete " + mark + " to go on here.");
        }
    }

    /** Makes the folder if it is not there, for its owner alone: H2 makes its file as the umask has it. */
    public static void make(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            return;
        }
        Path parent = folder.toAbsolutePath().getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createDirectory(folder, PosixFilePermissions.asFileAttribute(OWNERS));
        } else {
            Files.createDirectory(folder);
        }
    }

    private static void requireWritable(Path folder) {
        try {
            make(folder);
            Files.delete(Files.createTempFile(folder, "write-test", null));
        } catch (IOException e) {
            throw new CannotStart("the data folder " + folder + " cannot be written to (" + reason(e)
                    + "). Choose another one with " + VARIABLE + ".");
        }
        // H2 opens such a file without a word, and then refuses each write.
        Path database = folder.resolve(DataFiles.DATABASE);
        if (Files.exists(database) && !Files.isWritable(database)) {
            throw new CannotStart("the database " + database + " may only be read by this user.");
        }
    }

    private static boolean isElsewhere() {
        return System.getProperty("quarkus.datasource.jdbc.url") != null
                || System.getenv("QUARKUS_DATASOURCE_JDBC_URL") != null;
    }

    private static String reason(IOException e) {
        if (e instanceof AccessDeniedException) {
            return "permission denied";
        }
        if (e instanceof FileAlreadyExistsException) {
            return "a file of this name stands in its place";
        }
        String why = e instanceof FileSystemException file ? file.getReason() : e.getMessage();
        return why == null ? e.getClass().getSimpleName() : why;
    }
}
