package org.claimtrail.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.claimtrail.support.Json.hasJson;
import static org.claimtrail.support.Ledger.reader;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.claimtrail.shared.json.StoredJson;
import org.claimtrail.support.Json;
import org.claimtrail.support.Vectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a first start has to show. */
@QuarkusTest
class SeedsTest {

    private static final String ABDUCTIONS = "claim_01k98n0b00enm8146esfsye80v";
    private static final String VERDICT = "/v1/assessments/asmt_01k98n0b00e5ev27be852nn2n4";
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}'’]+");
    private static final int RUN = 8;

    @ParameterizedTest
    @CsvSource({
        "claims/claim_01k98n0b00enm8146esfsye80v, text, Pyongyang says the abduction issue is resolved",
        "agents/agent_01k98n0b00fbvtm7pa6xfaw4a5, name, The reporting newspaper",
        "sources/source_01k98n0b00e9saqbfmnd3vp9vq, medium, article",
        "rating-scales/scale_01k98n0b00ff1akg0086r8kz57, name, Illustrative verdicts",
        "relations/rel_01k98n0b00f3mb59434bcrwbjj, type, contradicts",
        "assessments/asmt_01k98n0b00e5ev27be852nn2n4, rating, unproven"
    })
    void are_found_under_the_same_ids_in_every_database(String path, String property, String value) {
        reader().get("/v1/" + path).then().statusCode(200).body(hasJson(property, equalTo(value)));
    }

    @Test
    void are_about_twenty_claims_each_with_a_date_and_a_chain() {
        List<JsonNode> claims = contents("claims");

        assertThat(claims).hasSizeBetween(18, 25);
        assertThat(claims).allSatisfy(claim -> {
            assertThat(claim.path("statedOn").textValue()).isNotBlank();
            assertThat(claim.path("appearances"))
                    .isNotEmpty()
                    .allSatisfy(appearance ->
                            assertThat(appearance.path("attribution")).isNotEmpty());
        });
    }

    @Test
    void show_a_verdict_in_three_versions_one_of_which_corrects_it() {
        Response versions = reader().get(VERDICT + "/versions");

        assertThat(versions.as(Json.class).<List<String>>at("items.changeType"))
                .containsExactly("clarification", "correction", null);
        reader().get(VERDICT + "/versions/1").then().body(hasJson("rating", equalTo("true")));
        reader().get(VERDICT)
                .then()
                .body(hasJson("claim", equalTo(ABDUCTIONS)))
                .body(hasJson("version", equalTo(3)))
                .body(hasJson("verdict.score", nullValue()));
        assertThat(reader().get("/v1/corrections?limit=200").as(Json.class).<List<String>>at("items.assessment"))
                .contains(VERDICT.substring(VERDICT.lastIndexOf('/') + 1));
    }

    @Test
    void relate_claims_that_contradict_and_answer_each_other() {
        assertThat(contents("relations"))
                .extracting(relation -> relation.path("type").textValue())
                .contains("contradicts", "respondsTo");
        assertThat(reader().get("/v1/claims/" + ABDUCTIONS + "/dossier")
                        .as(Json.class)
                        .<List<String>>at("relations.relation.type"))
                .contains("contradicts");
    }

    @Test
    void lead_back_to_a_source_without_a_name() {
        String claim = reader().queryParam("topic", "summit")
                .queryParam("q", "refused or left unanswered")
                .get("/v1/claims")
                .as(Json.class)
                .at("items[0].id");

        assertThat(reader().get("/v1/claims/" + claim + "/provenance")
                        .as(Json.class)
                        .<List<List<Boolean>>>at("origins.agents.anonymous"))
                .anySatisfy(agents -> assertThat(agents).contains(true));
    }

    @Test
    void say_that_their_assessments_are_illustrative() {
        List<JsonNode> assessments = entries("assessments");

        assertThat(assessments)
                .isNotEmpty()
                .allSatisfy(assessment -> assessment
                        .path("versions")
                        .forEach(version -> assertThat(version.path("method").textValue())
                                .startsWith("Illustrative: rests on one news article alone")));
    }

    @Test
    void are_recorded_by_one_person_and_approved_by_another() {
        Response events = reader().get(VERDICT + "/audit?limit=200");

        assertThat(events.as(Json.class).<List<String>>at("items.type"))
                .filteredOn("assessment.published"::equals)
                .hasSize(3);
        reader().get("/v1/claims/" + ABDUCTIONS + "/dossier")
                .then()
                .body(hasJson("assessments[0].approver", containsString("a:")))
                .body(hasJson("assessments[0].state", equalTo("published")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"agents", "sources", "scales", "claims", "relations", "assessments"})
    void are_in_our_own_words_outside_of_quotes(String file) throws IOException {
        Path article = Vectors.shared("seeds").resolve("article.txt");
        Set<List<String>> copied = runs(Files.readString(article));
        assertThat(copied).isNotEmpty();

        List<String> texts = new ArrayList<>();
        entries(file).forEach(entry -> collect(entry, texts));

        assertThat(texts).isNotEmpty().allSatisfy(text -> assertThat(runs(text)).doesNotContainAnyElementsOf(copied));
    }

    /** Every text but the very words of a quote. */
    private static void collect(JsonNode node, List<String> texts) {
        if (node.isTextual()) {
            texts.add(node.textValue());
        }
        node.properties().forEach(field -> {
            if (!field.getKey().equals("quote")) {
                collect(field.getValue(), texts);
            }
        });
        if (node.isArray()) {
            node.forEach(item -> collect(item, texts));
        }
    }

    private static Set<List<String>> runs(String text) {
        List<String> words = WORD.matcher(text.toLowerCase(Locale.ROOT).replace('’', '\''))
                .results()
                .map(MatchResult::group)
                .toList();
        Set<List<String>> runs = new HashSet<>();
        for (int i = 0; i + RUN <= words.size(); i++) {
            runs.add(words.subList(i, i + RUN));
        }
        return runs;
    }

    private static List<JsonNode> contents(String file) {
        return entries(file).stream().map(entry -> entry.path("content")).toList();
    }

    private static List<JsonNode> entries(String file) {
        String name = "/seeds/" + file + ".json";
        try (InputStream in = SeedsTest.class.getResourceAsStream(name)) {
            assertThat(in).as(name).isNotNull();
            List<JsonNode> entries = new ArrayList<>();
            StoredJson.read(in.readAllBytes()).forEach(entries::add);
            return entries;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
