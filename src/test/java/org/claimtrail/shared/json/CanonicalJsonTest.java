package org.claimtrail.shared.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import org.claimtrail.support.Vectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CanonicalJsonTest {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    @Test
    void writes_the_published_vectors_byte_for_byte() throws IOException {
        Path vectors = Vectors.folder("jcs");
        List<Path> inputs = Vectors.files(vectors.resolve("input"));

        assertThat(inputs).hasSizeGreaterThanOrEqualTo(6);
        for (Path input : inputs) {
            byte[] canonical = CanonicalJson.bytes(MAPPER.readTree(input.toFile()));

            String name = input.getFileName().toString();
            assertThat(canonical).as(name).isEqualTo(Files.readAllBytes(vectors.resolve("output/" + name)));
            assertThat(canonical).as(name).isEqualTo(hex(vectors.resolve("outhex/" + name.replace(".json", ".txt"))));
        }
    }

    private static byte[] hex(Path file) throws IOException {
        return HexFormat.of().parseHex(Files.readString(file).replaceAll("\\s", ""));
    }

    @Test
    void sorts_names_by_utf_16_code_units() {
        ObjectNode object = NODES.objectNode();
        for (String name : List.of("\ufb33", "\ud83d\ude02", "b", "B", "", "a", "aa")) {
            object.put(name, 1);
        }

        String canonical = CanonicalJson.string(object);

        assertThat(canonical).isEqualTo("{\"\":1,\"B\":1,\"a\":1,\"aa\":1,\"b\":1,\"\ud83d\ude02\":1,\"\ufb33\":1}");
    }

    @Test
    void escapes_only_what_must_be_escaped() {
        JsonNode text = NODES.textNode("\u0000\u0008\t\n\u000b\f\r\u001f \"\\/\u007f\u2028é\ud83d\ude02");

        String canonical = CanonicalJson.string(text);

        assertThat(canonical).isEqualTo("\"\\u0000\\b\\t\\n\\u000b\\f\\r\\u001f \\\"\\\\/\u007f\u2028é\ud83d\ude02\"");
    }

    @Test
    void does_not_normalise_unicode() {
        byte[] composed = CanonicalJson.bytes(NODES.textNode("\u00e9"));
        byte[] decomposed = CanonicalJson.bytes(NODES.textNode("e\u0301"));

        assertThat(composed).isEqualTo("\"\u00e9\"".getBytes(StandardCharsets.UTF_8));
        assertThat(decomposed).isEqualTo("\"e\u0301\"".getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "[]", "[[],{}]", "{\"a\":{\"b\":[null,true,false,0,-1,\"\"]}}"})
    void leaves_canonical_text_as_it_is(String canonical) throws IOException {
        assertThat(CanonicalJson.string(MAPPER.readTree(canonical))).isEqualTo(canonical);
    }

    @Test
    void refuses_a_lone_surrogate_in_a_text_and_in_a_name() {
        String[] lone = {
            "\ud83d", "\ude02", "a\ud83d", "\ud83da", "\ude02\ud83d", "\ud83d\ud83d\ude02", "\ud83d\ude02\ude02"
        };
        for (String text : lone) {
            refuses(NODES.textNode(text));
            refuses(NODES.objectNode().put(text, 1));
        }
    }

    @Test
    void refuses_an_integer_that_a_javascript_reader_would_round() {
        refuses(NODES.numberNode(9_007_199_254_740_992L));
        refuses(NODES.numberNode(-9_007_199_254_740_992L));
        refuses(NODES.numberNode(Long.MAX_VALUE));
        refuses(NODES.numberNode(Long.MIN_VALUE));
        refuses(NODES.numberNode(BigInteger.TWO.pow(53)));
        refuses(NODES.numberNode(BigInteger.TWO.pow(64)));
        refuses(NODES.numberNode(BigInteger.TWO.pow(64).negate()));
    }

    @Test
    void writes_the_greatest_and_the_least_exact_integer() {
        assertThat(CanonicalJson.string(NODES.numberNode(9_007_199_254_740_991L)))
                .isEqualTo("9007199254740991");
        assertThat(CanonicalJson.string(NODES.numberNode(-9_007_199_254_740_991L)))
                .isEqualTo("-9007199254740991");
        assertThat(CanonicalJson.string(NODES.numberNode(BigInteger.TEN))).isEqualTo("10");
    }

    @Test
    void refuses_numbers_that_json_does_not_have() throws IOException {
        refuses(NODES.numberNode(Double.NaN));
        refuses(NODES.numberNode(Double.POSITIVE_INFINITY));
        refuses(NODES.numberNode(Double.NEGATIVE_INFINITY));
        refuses(NODES.numberNode(Float.NaN));
        refuses(MAPPER.readTree("1e400"));
    }

    @Test
    void refuses_nodes_that_are_no_json() {
        refuses(NODES.missingNode());
        refuses(NODES.pojoNode(new Object()));
        refuses(NODES.binaryNode(new byte[1]));
    }

    private static void refuses(JsonNode node) {
        assertThatIllegalArgumentException().isThrownBy(() -> CanonicalJson.bytes(node));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CanonicalJson.bytes(NODES.arrayNode().add(node)));
    }
}
