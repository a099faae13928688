package org.claimtrail.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.claimtrail.support.Vectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Runs the tests of {@code verify.mjs}, which are written in JavaScript, where there is a Node.js to run them. */
class VerifierModuleTest {

    private static final Path TESTS = Path.of("src/test/js");
    private static final Pattern VERSION = Pattern.compile("v(\\d+)\\..*\\s*");
    private static final int OLDEST_NODE = 18;

    @Test
    @Timeout(value = 10, unit = TimeUnit.MINUTES)
    void passes_its_own_tests() throws Exception {
        requireNode();
        List<String> command = new ArrayList<>(List.of("node", "--no-warnings", "--test", "--test-reporter=tap"));
        Vectors.files(TESTS).stream()
                .map(Path::toString)
                .filter(file -> file.endsWith(".test.mjs"))
                .forEach(command::add);

        Ran run = run(command);

        run.output().lines().filter(line -> line.contains("# SKIP")).forEach(System.out::println);
        assertThat(run.status()).as(run.output()).isZero();
        assertThat(run.output()).containsPattern("# pass [1-9]").contains("# fail 0");
    }

    private static void requireNode() throws InterruptedException {
        String found;
        try {
            found = run(List.of("node", "--version")).output();
        } catch (IOException e) {
            found = "none";
        }
        Matcher version = VERSION.matcher(found);
        boolean suitable = version.matches() && Integer.parseInt(version.group(1)) >= OLDEST_NODE;
        if (!suitable) {
            String reason =
                    "Skipped: the tests of verify.mjs need Node.js " + OLDEST_NODE + " or later; found " + found;
            System.out.println(reason);
            assumeTrue(false, reason);
        }
    }

    private static Ran run(List<String> command) throws IOException, InterruptedException {
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

    private record Ran(int status, String output) {}
}
