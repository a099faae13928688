package org.claimtrail.support;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;

/** Copies the files of a PostgreSQL server that runs, for a standby: what {@code pg_basebackup} does, which is not among its test binaries. */
final class DataDirectory {

    /** Of the server that runs, and not of the one that is to. */
    private static final Set<String> OWN = Set.of("postmaster.pid", "postmaster.opts", "pg_ctl.log");

    private DataDirectory() {}

    static void copy(PostgresServer primary, Path from, Path to) throws IOException, SQLException {
        try (Connection session = primary.administrator("postgres")) {
            PostgresServer.text(session, "select pg_backup_start('standby', true)");
            Files.walkFileTree(from, new Copying(from, to));
            Files.writeString(
                    to.resolve("backup_label"),
                    PostgresServer.text(session, "select labelfile from pg_backup_stop(false)"));
        }
        Files.setPosixFilePermissions(to, PosixFilePermissions.fromString("rwx------"));
        Files.createFile(to.resolve("standby.signal"));
        Files.writeString(
                to.resolve("postgresql.auto.conf"),
                "primary_conninfo = 'host=localhost port=" + primary.port() + " user=postgres'\n"
                        + "wal_retrieve_retry_interval = '100ms'\n",
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
    }

    /** All but the write-ahead log, which comes from the primary. */
    private static final class Copying extends SimpleFileVisitor<Path> {

        private final Path from;
        private final Path to;

        Copying(Path from, Path to) {
            this.from = from;
            this.to = to;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
            Files.createDirectories(to.resolve(from.relativize(folder)));
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            Path relative = from.relativize(file);
            if (!relative.startsWith("pg_wal") && !OWN.contains(relative.toString())) {
                try {
                    Files.copy(file, to.resolve(relative));
                } catch (NoSuchFileException e) {
                    // deleted meanwhile; what that meant stands in the write-ahead log
                }
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
            if (failure instanceof NoSuchFileException) {
                return FileVisitResult.CONTINUE;
            }
            throw failure;
        }
    }
}
