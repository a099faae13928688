package org.claimtrail.support;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A PostgreSQL server of one test alone, which can be killed and started again on what it left on the disk. */
public final class MortalServer implements AutoCloseable {

    private final int port;
    private final Path data;
    private final Path control;
    private final @Nullable Closeable embedded;

    /** Of its processes the first; another one after each start. */
    private ProcessHandle first;

    private MortalServer(int port, Path data, Path control, @Nullable Closeable embedded) {
        this.port = port;
        this.data = data;
        this.control = control;
        this.embedded = embedded;
        this.first = ProcessHandle.current(); // until it is started
    }

    /** Starts it below a folder, with the roles that the documentation asks for. */
    public static MortalServer in(Path folder) {
        Path data = folder.resolve("postgresql");
        try {
            EmbeddedPostgres embedded = PostgresServer.durable()
                    .setDataDirectory(data)
                    .setCleanDataDirectory(false)
                    .start();
            Path control = postmaster(data).info().command().map(Path::of).orElseThrow();
            MortalServer server =
                    new MortalServer(embedded.getPort(), data, control.resolveSibling("pg_ctl"), embedded);
            server.first = postmaster(data);
            server.address().makeRoles();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where it is. */
    public PostgresServer address() {
        return new PostgresServer(port);
    }

    /** A hot standby of it below a folder: its files as they are now, and by streaming what comes after. */
    public MortalServer standby(Path folder) {
        Path copy = folder.resolve("standby");
        int free = Ports.free();
        MortalServer standby = new MortalServer(free, copy, control, null);
        try {
            DataDirectory.copy(address(), data, copy);
        } catch (IOException | SQLException e) {
            throw new IllegalStateException("no copy of " + data, e);
        }
        standby.control("start", "-o", "-p " + free + " -c timezone=UTC -c max_connections=300");
        Runtime.getRuntime().addShutdownHook(new Thread(standby::close));
        return standby;
    }

    /** {@code kill -9} to each of its processes, the first one before it can start others. */
    public void killHard() {
        List<ProcessHandle> others = first.descendants().toList();
        Stream.concat(Stream.of(first), others.stream()).forEach(ProcessHandle::destroyForcibly);
        Stream.concat(Stream.of(first), others.stream())
                .forEach(process -> process.onExit().join());
    }

    /** Makes a standby a server of its own. */
    public void promote() {
        control("promote");
    }

    /** Starts it again, with the settings it had. */
    public void restart() {
        control("restart");
    }

    private void control(String... what) {
        List<String> command = new ArrayList<>();
        if (LinuxUtils.isUnshareAvailable()) {
            command.addAll(List.of("unshare", "-U")); // it refuses to run as root
        }
        command.add(control.toString());
        command.addAll(List.of(what));
        command.addAll(List.of("-w", "-t", "300", "-D", data.toString()));
        command.addAll(List.of("-l", data.resolve("again.log").toString()));
        try {
            Process starting = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(data.resolve("pg_ctl.log").toFile())
                    .start();
            if (starting.waitFor() != 0) {
                throw new AssertionError(Files.readString(data.resolve("pg_ctl.log")));
            }
            first = postmaster(data);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Also a second time. */
    @Override
    public void close() {
        try {
            if (embedded != null) {
                embedded.close();
            } else {
                first.destroyForcibly();
                first.onExit().join();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ProcessHandle postmaster(Path data) {
        try {
            String pid = Files.readAllLines(data.resolve("postmaster.pid"), StandardCharsets.US_ASCII)
                    .get(0);
            return ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
