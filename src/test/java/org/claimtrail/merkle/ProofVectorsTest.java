package org.claimtrail.merkle;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.claimtrail.support.Vectors;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The probes of transparency-dev/merkle: what holds, and everything that must not. */
class ProofVectorsTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @TestFactory
    Stream<DynamicTest> decides_inclusion_as_the_probes_do() throws Exception {
        return probes("inclusion", 98, ProofVectorsTest::inclusion);
    }

    @TestFactory
    Stream<DynamicTest> decides_consistency_as_the_probes_do() throws Exception {
        return probes("consistency", 98, ProofVectorsTest::consistency);
    }

    private static Stream<DynamicTest> probes(String kind, int count, Check check) throws Exception {
        Path folder = Vectors.folder("transparency-dev-merkle").resolve(kind);
        List<Path> files;
        try (Stream<Path> all = Files.walk(folder)) {
            files = all.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        }
        assertThat(files).hasSize(count);
        return files.stream()
                .map(file -> DynamicTest.dynamicTest(folder.relativize(file).toString(), () -> {
                    JsonNode probe = JSON.readTree(file.toFile());

                    assertThat(holds(probe, check))
                            .isEqualTo(!probe.path("wantErr").asBoolean());
                }));
    }

    private static boolean holds(JsonNode probe, Check check) {
        try {
            check.of(probe);
            return true;
        } catch (ProofException | IllegalArgumentException e) {
            return false;
        }
    }

    private static void inclusion(JsonNode probe) throws ProofException {
        new Inclusion(number(probe, "leafIdx"), number(probe, "treeSize"), path(probe))
                .verify(hash(probe.path("leafHash")), hash(probe.path("root")));
    }

    private static void consistency(JsonNode probe) throws ProofException {
        new Consistency(number(probe, "size1"), number(probe, "size2"), path(probe))
                .verify(root(probe.path("root1")), root(probe.path("root2")));
    }

    /** Sizes beyond 2^63 - 1 are none here. */
    private static long number(JsonNode probe, String name) {
        assertThat(probe.path(name).isIntegralNumber()).isTrue();
        return Decimal.parse(probe.path(name).asText());
    }

    private static List<Hash> path(JsonNode probe) {
        List<Hash> path = new ArrayList<>();
        probe.path("proof").forEach(hash -> path.add(hash(hash)));
        return path;
    }

    /** Some probes compare roots that are no hashes; equal ones stay equal, others different. */
    private static Hash root(JsonNode text) {
        byte[] bytes = Base64.getDecoder().decode(text.asText());
        return bytes.length == Hash.SIZE ? Hash.of(bytes) : Hash.leaf(bytes);
    }

    private static Hash hash(JsonNode text) {
        return Hash.of(Base64.getDecoder().decode(text.asText()));
    }

    private interface Check {
        void of(JsonNode probe) throws ProofException;
    }
}
