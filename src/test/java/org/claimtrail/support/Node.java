package org.claimtrail.support;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The Node.js of this machine, which runs {@code verify.mjs} as newsrooms do. */
public final class Node {

    private static final Pattern VERSION = Pattern.compile("v(\\d+)\\..*\\s*");
    private static final int OLDEST_NODE = 18;

    private Node() {}

    /** Ends the test as skipped where there is none that is new enough. */
    public static void require() throws InterruptedException {
        String found;
        try {
            found = run(List.of("node", "--version")).output();
        } catch (IOException e) {
            found = "none";
        }
        Matcher version = VERSION.matcher(found);
        boolean suitable = version.matches() && Integer.parseInt(version.group(1)) >= OLDEST_NODE;
        if (!suitable) {
            String reason = "Skipped: the test needs Node.js " + OLDEST_NODE + " or later; found " + found;
            System.out.println(reason);
            assumeTrue(false, reason);
        }
    }

    /** Runs a command to its end; the folder of what is shared is in its environment, where there is one. */
    public static Ran run(List<String> command) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        Optional<Path> shared = Vectors.root();
        shared.ifPresent(folder -> builder.environment()
                .put("CLAIMTRAIL_SHARED", folder.toAbsolutePath().toString()));
        Process process = builder.start();
        try {
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Ran(process.waitFor(), output);
        } finally {
            process.destroyForcibly();
        }
    }

    /** How a command ended. */
    public record Ran(int status, String output) {}
}
