package org.claimtrail.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.claimtrail.support.Launch;
import org.claimtrail.support.Packaged;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the README tells people to type does what it says, against the packaged program. */
class ReadmeIT {

    private static final Pattern BLOCK = Pattern.compile("```(bash|json|sh)\\n(.*?)```", Pattern.DOTALL);

    private final ObjectMapper json = new ObjectMapper();

    @TempDir
    private static Path folder;

    private static Packaged service;

    @BeforeAll
    static void start() {
        service = Launch.in(folder).start();
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void walk_through_runs_as_written() throws Exception {
        assumeTrue(installed("bash") && installed("curl"), "the walk-through needs bash and curl");
        String walk = String.join("\n", blocks("bash").subList(3, blocks("bash").size()));

        String printed = run(walk);

        List<String> lines = printed.lines().filter(line -> !line.isBlank()).toList();
        JsonNode search = json.readTree(lines.get(lines.size() - 8));
        JsonNode diff = json.readTree(lines.get(lines.size() - 7));
        JsonNode corrections = json.readTree(lines.get(lines.size() - 6));
        JsonNode claimThen = json.readTree(lines.get(lines.size() - 3));
        JsonNode assessmentThen = json.readTree(lines.get(lines.size() - 2));
        assertThat(json.readTree(lines.get(lines.size() - 1)).path("recorded").asInt())
                .isEqualTo(2);
        assertThat(search.at("/items/0/verdicts/0/rating/code").asText()).isEqualTo("unproven");
        assertThat(search.at("/total/value").asInt()).isPositive();
        assertThat(diff.at("/prose/0/segments")).isNotEmpty();
        assertThat(corrections.at("/items/0/previousRating").asText()).isEqualTo("false");
        assertThat(corrections.at("/items/0/rating/code").asText()).isEqualTo("unproven");
        assertThat(claimThen.path("version").asInt()).isEqualTo(1);
        assertThat(assessmentThen.path("version").asInt()).isEqualTo(1);
    }

    @Test
    void first_look_gives_the_answer_shown() throws Exception {
        assumeTrue(installed("bash") && installed("curl"), "the first look needs bash and curl");
        String look = blocks("bash")
                .get(2)
                .replace("http://localhost:8080", service.url().toString());

        JsonNode answer = json.readTree(run(look));

        JsonNode shown = json.readTree(blocks("json").get(0));
        assertThat(without(answer, "recordedAt")).isEqualTo(without(shown, "recordedAt"));
    }

    @Test
    void takes_a_proof_away_and_checks_it() throws Exception {
        assumeTrue(installed("bash") && installed("curl") && installed("node"), "the proof needs bash, curl and node");
        service.awaitOk("/v1/audit/checkpoint");
        String proof = blocks("sh")
                .get(0)
                .replace("src/main", Path.of("src/main").toAbsolutePath().toString());

        String printed = run("cd " + folder + "; api=" + service.url()
                + "/v1; assessment=asmt_01k98n0b00e5ev27be852nn2n4\n" + proof);

        assertThat(printed.lines()).last().isEqualTo("VERIFIED");
    }

    @Test
    void begins_with_the_two_commands() throws Exception {
        assertThat(blocks("bash").get(0)).contains("mvn -DskipTests package quarkus:run");
        assertThat(blocks("bash").get(1)).isEqualTo("mvn verify\n");
    }

    private static String run(String script) throws Exception {
        Path output = folder.resolve("walk.log");
        ProcessBuilder bash = new ProcessBuilder("bash", "-euo", "pipefail", "-c", script)
                .redirectOutput(output.toFile())
                .redirectErrorStream(true);
        bash.environment().put("CLAIMTRAIL_URL", service.url().toString());
        bash.environment().put("CLAIMTRAIL_KEY", service.key());
        Process process = bash.start();
        assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
        String printed = Files.readString(output);
        assertThat(process.exitValue()).as(printed).isZero();
        return printed;
    }

    private static List<String> blocks(String language) throws Exception {
        return BLOCK.matcher(Files.readString(Path.of("README.md")))
                .results()
                .filter(block -> block.group(1).equals(language))
                .map((MatchResult block) -> block.group(2))
                .toList();
    }

    private static JsonNode without(JsonNode node, String field) {
        JsonNode copy = node.deepCopy();
        ((com.fasterxml.jackson.databind.node.ObjectNode) copy).remove(field);
        return copy;
    }

    private static boolean installed(String command) throws Exception {
        try {
            return new ProcessBuilder(command, "--version")
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (java.io.IOException e) {
            return false;
        }
    }
}
