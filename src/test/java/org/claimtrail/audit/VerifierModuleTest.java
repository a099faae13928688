package org.claimtrail.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.claimtrail.support.Node;
import org.claimtrail.support.Vectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Runs the tests of {@code verify.mjs}, which are written in JavaScript, where there is a Node.js to run them. */
class VerifierModuleTest {

    private static final Path TESTS = Path.of("src/test/js");

    @Test
    @Timeout(value = 10, unit = TimeUnit.MINUTES)
    void passes_its_own_tests() throws Exception {
        Node.require();
        List<String> command = new ArrayList<>(List.of("node", "--no-warnings", "--test", "--test-reporter=tap"));
        Vectors.files(TESTS).stream()
                .map(Path::toString)
                .filter(file -> file.endsWith(".test.mjs"))
                .forEach(command::add);

        Node.Ran run = Node.run(command);

        run.output().lines().filter(line -> line.contains("# SKIP")).forEach(System.out::println);
        assertThat(run.status()).as(run.output()).isZero();
        assertThat(run.output()).containsPattern("# pass [1-9]").contains("# fail 0");
    }
}
