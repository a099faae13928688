package org.claimtrail.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** The packaged program, running in a process of its own: what a newsroom runs, not what a test framework arranges. */
public final class Packaged implements AutoCloseable {

    private static final String KEY_FOLLOWS = "Administrator's key, shown this once:";

    private final Launch launch;
    private final Path output;
    private Process process;

    Packaged(Launch launch) {
        this.launch = launch;
        this.output = launch.folder().resolve("output.log");
        ShownOutput.of(output);
        this.process = started();
    }

    /** What answers now. */
    public URI url() {
        return URI.create("http://127.0.0.1:" + launch.port());
    }

    /** The administrator's key, as it was printed; the test fails when none was. */
    public String key() {
        List<String> keys = keysPrinted();
        if (keys.isEmpty()) {
            throw new AssertionError("No key was printed:\n" + output());
        }
        return keys.get(0);
    }

    /** All keys that were printed since the first start. */
    public List<String> keysPrinted() {
        List<String> lines = output().lines().toList();
        return lines.stream()
                .filter(line -> line.startsWith("clt_key_")
                        && lines.get(lines.indexOf(line) - 1).equals(KEY_FOLLOWS))
                .toList();
    }

    /** Waits until it answers this path with 200; it answers other ones a moment before. */
    public Packaged awaitOk(String path) {
        Client anybody = new Client(url(), "");
        long deadline =
                System.nanoTime() + Duration.ofSeconds(Launch.PATIENCE_SECONDS).toNanos();
        Reply reply = anybody.get(path);
        while (reply.status() != 200) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError(path + ": " + reply + "\n" + output());
            }
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
            reply = anybody.get(path);
        }
        return this;
    }

    /** A client with the administrator's key. */
    public Client admin() {
        return new Client(url(), key());
    }

    /** The process's id. */
    public long pid() {
        return process.pid();
    }

    /** What the program has written to both its outputs, since the first start. */
    public String output() {
        try {
            return Files.readString(output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@code kill -STOP}: the program stands still wherever it is. */
    public void standStill() {
        signal("STOP");
    }

    /** {@code kill -CONT}: the program goes on where it was stopped. */
    public void goOn() {
        signal("CONT");
    }

    private void signal(String name) {
        try {
            // The shell's own: the command of that name is in a package that a bare machine lacks.
            new ProcessBuilder("sh", "-c", "kill -" + name + " " + pid())
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** {@code kill -9}: the program gets no chance to tidy up. */
    public void killHard() {
        process.destroyForcibly();
        ended();
    }

    /** {@code kill}, as init systems and container engines do. Returns the exit code. */
    public int terminate() {
        process.destroy();
        return ended();
    }

    /** Waits until it has ended by itself, or was killed by somebody else. */
    public void awaitEnd() {
        ended();
    }

    /** Starts it again on the same folder, after it was killed or terminated. */
    public void restart() {
        if (process.isAlive()) {
            throw new IllegalStateException("still running");
        }
        process = started();
    }

    @Override
    public void close() {
        process.destroyForcibly();
        ended();
    }

    private int ended() {
        try {
            if (!process.waitFor(Launch.PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new AssertionError("It does not end:\n" + output());
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private Process started() {
        Process starting = launch.process(output);
        long deadline =
                System.nanoTime() + Duration.ofSeconds(Launch.PATIENCE_SECONDS).toNanos();
        while (!Client.answers(url())) {
            if (!starting.isAlive() || System.nanoTime() > deadline) {
                starting.destroyForcibly();
                throw new AssertionError("It does not start:\n" + output());
            }
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
        return starting;
    }
}
