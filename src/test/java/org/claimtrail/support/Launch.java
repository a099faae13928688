package org.claimtrail.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How the packaged program is started: in which folder, on which port of the loopback address, with which environment
 * and which options of the Java machine, under which other command, and on which database. The Java that runs the test runs
 * the program.
 *
 * @param folder the working directory; the data lie in {@code data/} below it unless the environment says otherwise
 */
public record Launch(
        Path folder,
        int port,
        Map<String, String> environment,
        List<String> options,
        List<String> under,
        Database database) {

    /**
     * Most of these processes live for seconds, in which the second compiler takes half of the processor for nothing. The
     * first alone would have room for 48 MB of code. Of a small heap one thread collects in less time than several.
     */
    private static final List<String> QUICK =
            List.of("-XX:TieredStopAtLevel=1", "-XX:ReservedCodeCacheSize=240m", "-XX:+UseSerialGC", "-Xmn64m");

    /** Above this a start is given up, also on a machine that does much else. */
    static final int PATIENCE_SECONDS = 300;

    public Launch {
        environment = Map.copyOf(environment);
        options = List.copyOf(options);
        under = List.copyOf(under);
    }

    /** In a folder of its own, on a port of its own. */
    public static Launch in(Path folder) {
        return new Launch(folder, Ports.free(), Map.of(), List.of(), List.of(), Database.H2);
    }

    /** The same on another kind of database, and there on an empty one of its own. */
    public Launch on(Database other) {
        return new Launch(folder, port, environment, options, under, other).with(other.environment());
    }

    /** The same on another port. */
    public Launch port(int other) {
        return new Launch(folder, other, environment, options, under, database);
    }

    /** The same with one more variable in the environment. */
    public Launch with(String variable, String value) {
        return with(Map.of(variable, value));
    }

    /** The same with more variables in the environment. */
    public Launch with(Map<String, String> variables) {
        return new Launch(
                folder,
                port,
                Stream.concat(environment.entrySet().stream(), variables.entrySet().stream())
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (was, is) -> is)),
                options,
                under,
                database);
    }

    /** The same with one more option of the Java machine, such as a system property. */
    public Launch option(String option) {
        return new Launch(
                folder,
                port,
                environment,
                Stream.concat(options.stream(), Stream.of(option)).toList(),
                under,
                database);
    }

    /** The same, started by another command, to which Java's is given as arguments. */
    public Launch under(List<String> command) {
        return new Launch(folder, port, environment, options, command, database);
    }

    /** Starts the program and waits until it answers. */
    public Packaged start() {
        return new Packaged(this);
    }

    /** Starts the program and waits until it has ended by itself; with arguments, it does what they say. */
    public Ended end(String... arguments) {
        Path output = folder.resolve("ended-" + System.nanoTime() + ".log");
        Process process = process(output, arguments);
        try {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new AssertionError("still running:\n" + Files.readString(output));
            }
            return new Ended(process.exitValue(), Files.readAllLines(output));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        } finally {
            process.destroyForcibly();
        }
    }

    /** Starts the program with both its outputs appended to one file. */
    public Process process(Path output, String... arguments) {
        Path jar = database.program();
        if (!Files.isRegularFile(jar)) {
            throw new IllegalStateException("There is no " + jar + ": run `mvn -DskipTests package` first.");
        }
        List<String> command = new ArrayList<>(under);
        command.add(java());
        command.addAll(QUICK);
        if (options.stream().noneMatch(Launch::isForItself)) {
            command.addAll(ClassArchive.options(database));
        }
        command.addAll(options);
        command.addAll(List.of("-jar", jar.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()));
        builder.environment().keySet().removeIf(name -> name.startsWith("QUARKUS_") || name.startsWith("CLAIMTRAIL_"));
        builder.environment().put("QUARKUS_HTTP_HOST", "127.0.0.1");
        builder.environment().put("QUARKUS_HTTP_PORT", Integer.toString(port));
        builder.environment().putAll(environment);
        try {
            Process process = builder.start();
            // A test that is interrupted leaves nothing running.
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
            return process;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether an option goes without the archive: with an agent Java 17 now and then crashes on it. */
    private static boolean isForItself(String option) {
        return option.startsWith(ClassArchive.MAKING) || option.startsWith("-javaagent");
    }

    /** The {@code java} that runs this test. */
    public static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }
}
