package org.claimtrail.merkle;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Arrays;
import java.util.HexFormat;
import org.claimtrail.support.Vectors;
import org.junit.jupiter.api.Test;

/** Signatures as Wycheproof and CCTV know them, good ones and crafted ones. */
class Ed25519VectorsTest {

    private static final HexFormat HEX = HexFormat.of();
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void agrees_with_wycheproof() throws Exception {
        JsonNode suite = JSON.readTree(
                Vectors.folder("wycheproof").resolve("ed25519_test.json").toFile());
        int count = 0;

        for (JsonNode group : suite.path("testGroups")) {
            byte[] key = HEX.parseHex(group.path("publicKey").path("pk").asText());
            for (JsonNode test : group.path("tests")) {
                byte[] message = HEX.parseHex(test.path("msg").asText());
                byte[] signature = HEX.parseHex(test.path("sig").asText());
                boolean valid = test.path("result").asText().equals("valid");

                assertThat(Ed25519.verifies(key, message, signature))
                        .as("test %s %s", test.path("tcId"), test.path("comment"))
                        .isEqualTo(valid);
                count++;
                if (valid) {
                    assertThat(Ed25519.verifies(key, message, Arrays.copyOf(signature, 65)))
                            .isFalse();
                }
            }
        }
        assertThat(count).isEqualTo(151);
    }

    @Test
    void takes_nothing_that_is_not_canonical_or_of_small_order() throws Exception {
        JsonNode vectors = JSON.readTree(
                Vectors.folder("cctv-ed25519").resolve("ed25519vectors.json").toFile());
        assertThat(vectors).hasSize(914);

        for (JsonNode vector : vectors) {
            byte[] key = HEX.parseHex(vector.path("key").asText());
            byte[] signature = HEX.parseHex(vector.path("sig").asText());
            String flags = vector.path("flags").toString();

            boolean verified = Ed25519.verifies(key, vector.path("msg").asText().getBytes(UTF_8), signature);

            if (flags.contains("non_canonical") || flags.contains("low_order_A")) {
                assertThat(verified)
                        .as("vector %s %s", vector.path("number"), flags)
                        .isFalse();
            }
        }
    }
}
