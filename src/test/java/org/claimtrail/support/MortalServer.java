package org.claimtrail.support;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A PostgreSQL server of one test alone, which can be killed and started again on what it left on the disk. */
public final class MortalServer implements AutoCloseable {

    private final EmbeddedPostgres embedded;
    private final Path data;
    private final Path control;

    private MortalServer(EmbeddedPostgres embedded, Path data) {
        this.embedded = embedded;
        this.data = data;
        this.control = postmaster().info().command().map(Path::of).orElseThrow().resolveSibling("pg_ctl");
    }

    /** Starts it below a folder, with the roles that the documentation asks for. */
    public static MortalServer in(Path folder) {
        Path data = folder.resolve("postgresql");
        try {
            EmbeddedPostgres embedded = PostgresServer.durable()
                    .setDataDirectory(data)
                    .setCleanDataDirectory(false)
                    .start();
            MortalServer server = new MortalServer(embedded, data);
            server.address().makeRoles();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where it is. */
    public PostgresServer address() {
        return new PostgresServer(embedded.getPort());
    }

    /** {@code kill -9} to each of its processes, the first one before it can start others. */
    public void killHard() {
        ProcessHandle first = postmaster();
        List<ProcessHandle> others = first.descendants().toList();
        Stream.concat(Stream.of(first), others.stream()).forEach(ProcessHandle::destroyForcibly);
        Stream.concat(Stream.of(first), others.stream())
                .forEach(process -> process.onExit().join());
    }

    /** Starts it again, with the settings it had. */
    public void restart() {
        List<String> command = new ArrayList<>();
        if (LinuxUtils.isUnshareAvailable()) {
            command.addAll(List.of("unshare", "-U")); // it refuses to run as root
        }
        command.addAll(List.of(control.toString(), "restart", "-w", "-D", data.toString()));
        command.addAll(List.of("-l", data.resolve("again.log").toString()));
        try {
            Process starting = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(data.resolve("pg_ctl.log").toFile())
                    .start();
            if (starting.waitFor() != 0) {
                throw new AssertionError(Files.readString(data.resolve("pg_ctl.log")));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        try {
            embedded.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ProcessHandle postmaster() {
        try {
            String pid = Files.readAllLines(data.resolve("postmaster.pid"), StandardCharsets.US_ASCII)
                    .get(0);
            return ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
