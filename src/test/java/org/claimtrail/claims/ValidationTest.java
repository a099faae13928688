package org.claimtrail.claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.claimtrail.support.Ledger.content;
import static org.claimtrail.support.RecordKind.AGENT;
import static org.claimtrail.support.RecordKind.ASSESSMENT;
import static org.claimtrail.support.RecordKind.CLAIM;
import static org.claimtrail.support.RecordKind.RELATION;
import static org.claimtrail.support.RecordKind.SCALE;
import static org.claimtrail.support.RecordKind.SOURCE;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.claimtrail.support.Json;
import org.claimtrail.support.RecordKind;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each field of each record: what is refused, and where the refusal points. */
@QuarkusTest
class ValidationTest {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String NO_AGENT = "agent_01k98n0b00e7vrv0000000000a";
    private static final String NO_SOURCE = "source_01k98n0b00e7vrv0000000000a";
    private static final String SEED_CLAIM = "claim_01k98n0b00enm8146esfsye80v";
    private static final String SEED_SOURCE = "source_01k98n0b00e9saqbfmnd3vp9vq";
    private static final String SEED_AGENT = "agent_01k98n0b00era84azn8rdcrgjv";
    private static final String QUOTE = "/appearances/0/quote";
    private static final String POSITION = "/appearances/0/position";
    private static final String FRAGMENT = "/appearances/0/fragment";
    private static final String CHAIN = "/appearances/0/attribution";

    static Stream<Arguments> agents() {
        return Stream.of(
                bad(AGENT, "/type", null, 422),
                bad(AGENT, "/type", "person", 422),
                bad(AGENT, "/name", null, 422),
                bad(AGENT, "/name", " \t", 422),
                bad(AGENT, "/name", text(501), 422),
                bad(AGENT, "/description", text(5001), 422),
                bad(AGENT, "/jobTitle", text(501), 422),
                bad(AGENT, "/memberOf", NO_AGENT, 422),
                bad(AGENT, "/memberOf", SEED_CLAIM, 422),
                bad(AGENT, "/memberOf", "", 422),
                bad(AGENT, "/sameAs/0", "wikidata", 422),
                bad(AGENT, "/sameAs/0", "ftp://example.org/", 422),
                bad(AGENT, "/sameAs", Collections.nCopies(51, "https://example.org/"), 422),
                bad(AGENT, "/publishingPrinciples", "https://user@example.org/", 422),
                bad(AGENT, "/correctionsPolicy", "https://example.org/a b", 422),
                bad(AGENT, "/anonymous", "yes", 400));
    }

    static Stream<Arguments> sources() {
        return Stream.of(
                bad(SOURCE, "/url", "news.example", 422),
                bad(SOURCE, "/url", "https://news.example/" + text(2048), 422),
                bad(SOURCE, "/title", null, 422),
                bad(SOURCE, "/title", "", 422),
                bad(SOURCE, "/title", text(1001), 422),
                bad(SOURCE, "/publisher", NO_AGENT, 422),
                bad(SOURCE, "/publisher", SEED_SOURCE, 422),
                bad(SOURCE, "/authors/1", NO_AGENT, 422),
                bad(SOURCE, "/authors/0", SEED_SOURCE, 422),
                bad(SOURCE, "/datePublished", "2025-02-30", 422),
                bad(SOURCE, "/datePublished", "Nov 2025", 422),
                bad(SOURCE, "/inLanguage", "english language", 422),
                bad(SOURCE, "/inLanguage", "en_GB", 422),
                bad(SOURCE, "/medium", null, 422),
                bad(SOURCE, "/medium", "papyrus", 422),
                bad(SOURCE, "/archivedUrl", "javascript:alert(1)", 422),
                bad(SOURCE, "/capture/sha256", "ab", 422),
                bad(SOURCE, "/capture/sha256", "AB".repeat(32), 422),
                bad(SOURCE, "/capture/mediaType", "html", 422),
                bad(SOURCE, "/capture/mediaType", null, 422),
                bad(SOURCE, "/capture/size", -1, 422),
                bad(SOURCE, "/capture/size", 1.5, 400),
                bad(SOURCE, "/accessedAt", "2025-11-05", 422));
    }

    static Stream<Arguments> claims() {
        return Stream.of(
                bad(CLAIM, "/text", null, 422),
                bad(CLAIM, "/text", "", 422),
                bad(CLAIM, "/text", "\t\n", 422),
                bad(CLAIM, "/text", text(2001), 422),
                bad(CLAIM, "/text", 7, 400),
                bad(CLAIM, "/inLanguage", null, 422),
                bad(CLAIM, "/inLanguage", "e", 422),
                bad(CLAIM, "/claimant", null, 422),
                bad(CLAIM, "/claimant", NO_AGENT, 422),
                bad(CLAIM, "/claimant", SEED_CLAIM, 422),
                bad(CLAIM, "/statedOn", "2025-13", 422),
                bad(CLAIM, "/statedOn", "2011/2002", 422),
                bad(CLAIM, "/statedOn", "", 422),
                bad(CLAIM, "/about/0", " ", 422),
                bad(CLAIM, "/about/0", text(201), 422),
                bad(CLAIM, "/about", Collections.nCopies(51, "a"), 422),
                bad(CLAIM, "/contentLocation", text(501), 422),
                bad(CLAIM, "/interpretation", text(10_001), 422),
                bad(CLAIM, "/appearances/0/source", NO_SOURCE, 422),
                bad(CLAIM, "/appearances/0/source", SEED_AGENT, 422),
                bad(CLAIM, "/appearances/0/source", null, 422));
    }

    static Stream<Arguments> appearances() {
        return Stream.of(
                bad(CLAIM, QUOTE + "/exact", QUOTE, content("prefix", "a"), 422),
                bad(CLAIM, QUOTE + "/exact", " ", 422),
                bad(CLAIM, QUOTE + "/exact", text(5001), 422),
                bad(CLAIM, QUOTE + "/prefix", QUOTE, content("exact", "a", "prefix", text(501)), 422),
                bad(CLAIM, QUOTE + "/suffix", QUOTE, content("exact", "a", "suffix", text(501)), 422),
                bad(CLAIM, POSITION, content("start", 5, "end", 5), 422),
                bad(CLAIM, POSITION, content("start", 5, "end", 4), 422),
                bad(CLAIM, POSITION + "/start", POSITION, content("start", -1, "end", 4), 422),
                bad(CLAIM, POSITION + "/end", POSITION, content("start", 0, "end", 3_000_000_000L), 422),
                bad(CLAIM, FRAGMENT + "/value", FRAGMENT, content("value", ""), 422),
                bad(CLAIM, FRAGMENT + "/conformsTo", FRAGMENT, content("value", "t=1", "conformsTo", "x"), 422),
                bad(CLAIM, CHAIN, List.of(), 422),
                bad(CLAIM, CHAIN, null, 422),
                bad(CLAIM, CHAIN + "/0/agent", null, 422),
                bad(CLAIM, CHAIN + "/0/agent", NO_AGENT, 422),
                bad(CLAIM, CHAIN + "/0/agent", SEED_SOURCE, 422),
                bad(CLAIM, CHAIN + "/0/mode", null, 422),
                bad(CLAIM, CHAIN + "/0/mode", "shouted", 422),
                bad(CLAIM, CHAIN + "/0/note", text(2001), 422),
                bad(CLAIM, CHAIN, chain(SEED_AGENT, "agent_01k98n0b00fbvtm7pa6xfaw4a5", SEED_AGENT), 422),
                bad(CLAIM, CHAIN, chain(SEED_AGENT, SEED_AGENT), 422));
    }

    static Stream<Arguments> relationsAndScales() {
        return Stream.of(
                bad(RELATION, "/from", null, 422),
                bad(RELATION, "/from", SEED_AGENT, 422),
                bad(RELATION, "/to", "claim_01k98n0b00e7vrv0000000000a", 422),
                bad(RELATION, "/type", "hates", 422),
                bad(RELATION, "/type", null, 422),
                bad(RELATION, "/state", "maybe", 422),
                bad(RELATION, "/score", 1.1, 422),
                bad(RELATION, "/score", -0.1, 422),
                bad(RELATION, "/score", "0.5", 400),
                bad(RELATION, "/suggestedBy", NO_AGENT, 422),
                bad(RELATION, "/note", text(5001), 422),
                bad(SCALE, "/owner", NO_AGENT, 422),
                bad(SCALE, "/owner", null, 422),
                bad(SCALE, "/name", " ", 422),
                bad(SCALE, "/ratings", List.of(), 422),
                bad(SCALE, "/ratings/0/code", "True!", 422),
                bad(SCALE, "/ratings/0/code", null, 422),
                bad(SCALE, "/ratings/0/label", content(), 422),
                bad(SCALE, "/ratings/0/label/en", " ", 422),
                bad(SCALE, "/ratings/0/label/e_n", "a key that is no language", 422),
                bad(SCALE, "/ratings/0/verdict", null, 422),
                bad(SCALE, "/ratings/0/verdict/score", 1.01, 422),
                bad(SCALE, "/ratings/0/verdict/flags/0", "wrong", 422));
    }

    static Stream<Arguments> assessments() {
        return Stream.of(
                bad(ASSESSMENT, "/assessor", NO_AGENT, 422),
                bad(ASSESSMENT, "/assessor", null, 422),
                bad(ASSESSMENT, "/scale", "scale_01k98n0b00e7vrv0000000000a", 422),
                bad(ASSESSMENT, "/scale", SEED_AGENT, 422),
                bad(ASSESSMENT, "/scaleVersion", 2, 422),
                bad(ASSESSMENT, "/scaleVersion", 0, 422),
                bad(ASSESSMENT, "/rating", "no_such_rating", 422),
                bad(ASSESSMENT, "/rating", "", 422),
                bad(ASSESSMENT, "/ratingExplanation", text(2001), 422),
                bad(ASSESSMENT, "/body", text(65_537), 422),
                bad(ASSESSMENT, "/method", text(5001), 422),
                bad(ASSESSMENT, "/evidence/0/source", NO_SOURCE, 422),
                bad(ASSESSMENT, "/evidence/0/stance", "likes", 422),
                bad(ASSESSMENT, "/evidence/0", "/evidence/0/stance", null, 422),
                bad(ASSESSMENT, "/evidence/0/note", text(10_001), 422),
                bad(ASSESSMENT, "/evidence/0", content("stance", "context"), 422),
                bad(
                        ASSESSMENT,
                        "/evidence/0",
                        content("stance", "context", "confidential", true, "withheldReason", " "),
                        422),
                bad(ASSESSMENT, "/evidence/0/withheldReason", text(501), 422),
                bad(ASSESSMENT, "/evidence/0/position", content("start", 2, "end", 1), 422),
                bad(ASSESSMENT, "/validFrom", "soon", 422),
                bad(ASSESSMENT, "/mediaReview/mediaAuthenticityCategory", "Fake", 422),
                bad(ASSESSMENT, "/mediaReview/originalMediaLink", "x", 422),
                bad(ASSESSMENT, "/changeType", "silent", 422),
                bad(ASSESSMENT, "/changeType", "update", 422),
                bad(ASSESSMENT, "/correctionNotice", "nothing to correct", 422));
    }

    @ParameterizedTest(name = "{0} {1} {3}")
    @MethodSource({"agents", "sources", "claims", "appearances", "relationsAndScales", "assessments"})
    void a_bad_value_is_refused_where_it_stands(
            RecordKind kind, String pointer, String at, @Nullable Object value, int status) {
        ObjectNode content = MAPPER.valueToTree(kind.content());
        put(content, at, value);

        Response answer = kind.post(kind.writer(), MAPPER.convertValue(content, new TypeReference<>() {}));

        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(status);
        assertThat(answer.contentType()).isEqualTo("application/problem+json");
        assertThat(answer.as(Json.class).<List<String>>at("errors.pointer")).contains(pointer);
        assertThat(answer.as(Json.class).<List<String>>at("errors.message"))
                .allSatisfy(message -> assertThat(message).isNotBlank());
    }

    private static Arguments bad(RecordKind kind, String pointer, @Nullable Object value, int status) {
        return bad(kind, pointer, pointer, value, status);
    }

    /** A value that is put in one place and refused for what stands in another. */
    private static Arguments bad(RecordKind kind, String pointer, String at, @Nullable Object value, int status) {
        return arguments(kind, pointer, at, value, status);
    }

    /** Puts a value where a pointer leads, making objects and lists on the way; null takes away what is there. */
    private static void put(ObjectNode root, String pointer, @Nullable Object value) {
        JsonNode tree = value == null ? null : MAPPER.valueToTree(value);
        int last = pointer.lastIndexOf('/');
        String name = pointer.substring(last + 1);
        JsonNode parent = parent(root, pointer.substring(0, last), name);
        if (parent instanceof ObjectNode object) {
            if (tree == null) {
                object.remove(name);
            } else {
                object.set(name, tree);
            }
        } else {
            com.fasterxml.jackson.databind.node.ArrayNode array =
                    (com.fasterxml.jackson.databind.node.ArrayNode) parent;
            int index = Integer.parseInt(name);
            while (array.size() <= index) {
                array.add(SEED_AGENT);
            }
            array.set(index, tree);
        }
    }

    private static JsonNode parent(ObjectNode root, String pointer, String child) {
        JsonNode found = root.at(pointer);
        if (!found.isMissingNode()) {
            return found;
        }
        boolean list = child.matches("\\d+");
        put(root, pointer, list ? List.of() : content());
        return root.at(pointer);
    }

    private static List<Map<String, Object>> chain(String... agents) {
        return Stream.of(agents)
                .map(agent -> content("agent", agent, "mode", "said"))
                .toList();
    }

    private static String text(int length) {
        return "x".repeat(length);
    }
}
