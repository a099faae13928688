package org.claimtrail.claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.claimtrail.support.Json.hasJson;
import static org.claimtrail.support.Ledger.agent;
import static org.claimtrail.support.Ledger.claim;
import static org.claimtrail.support.Ledger.content;
import static org.claimtrail.support.Ledger.contributor;
import static org.claimtrail.support.Ledger.created;
import static org.claimtrail.support.Ledger.edit;
import static org.claimtrail.support.Ledger.ids;
import static org.claimtrail.support.Ledger.now;
import static org.claimtrail.support.Ledger.reader;
import static org.claimtrail.support.Ledger.relation;
import static org.claimtrail.support.Ledger.scale;
import static org.claimtrail.support.Ledger.unique;
import static org.hamcrest.Matchers.containsString;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import org.claimtrail.shared.json.CanonicalJson;
import org.claimtrail.shared.json.StoredJson;
import org.claimtrail.support.Json;
import org.claimtrail.support.Ledger;
import org.claimtrail.support.RecordKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The lists of agents, sources, scales and relations, and what all lists have in common. */
@QuarkusTest
class RecordListTest {

    private final String word = unique();

    @Test
    void agents_are_found_by_type_and_by_words_of_name_and_job() {
        String person = created(
                contributor(), "/v1/agents", content("type", "Person", "name", "Jo " + word, "jobTitle", "Mayor"));
        String program = created(contributor(), "/v1/agents", content("type", "SoftwareAgent", "name", "Bot " + word));

        assertThat(ids("/v1/agents", "q", word)).containsExactly(program, person);
        assertThat(ids("/v1/agents", "q", word, "type", "SoftwareAgent")).containsExactly(program);
        assertThat(ids("/v1/agents", "q", word + " mayor")).containsExactly(person);
        assertThat(ids("/v1/agents", "q", word, "type", "Organization")).isEmpty();
    }

    @Test
    void sources_are_found_by_publisher_medium_language_address_and_words() {
        String publisher = agent("A publisher");
        String url = "https://news.example/" + word + "?a=b%20c";
        String article = created(
                contributor(),
                "/v1/sources",
                content(
                        "title",
                        "A title",
                        "medium",
                        "article",
                        "url",
                        url,
                        "publisher",
                        publisher,
                        "inLanguage",
                        "en-GB"));
        String book = created(
                contributor(),
                "/v1/sources",
                content("title", "Ein Buch " + word, "medium", "book", "inLanguage", "de"));

        assertThat(ids("/v1/sources", "publisher", publisher)).containsExactly(article);
        assertThat(ids("/v1/sources", "url", url)).containsExactly(article);
        assertThat(ids("/v1/sources", "q", word)).containsExactly(book, article);
        assertThat(ids("/v1/sources", "q", word, "medium", "book")).containsExactly(book);
        assertThat(ids("/v1/sources", "q", word, "language", "DE")).containsExactly(book);
        assertThat(ids("/v1/sources", "q", word, "language", "en-gb")).containsExactly(article);
        assertThat(ids("/v1/sources", "q", word, "language", "en")).containsExactly(article);
    }

    /** Only their beginnings are in the index. */
    @Test
    void long_addresses_are_told_apart_at_their_ends() {
        String begin = "https://news.example/" + word + "ä𠀀".repeat(260);
        List<String> sources = new ArrayList<>();
        for (String end : List.of("a", "b")) {
            sources.add(created(
                    contributor(),
                    "/v1/sources",
                    content("title", "A title", "medium", "article", "url", begin + end)));
        }

        assertThat(ids("/v1/sources", "url", begin + "a")).containsExactly(sources.get(0));
        assertThat(ids("/v1/sources", "url", begin + "b")).containsExactly(sources.get(1));
        assertThat(ids("/v1/sources", "url", begin)).isEmpty();
    }

    @Test
    void scales_are_found_by_owner() {
        String owner = agent("A desk");
        String scale = scale(owner);

        assertThat(ids("/v1/rating-scales", "owner", owner)).containsExactly(scale);
        assertThat(ids("/v1/rating-scales", "owner", agent("Another desk"))).isEmpty();
    }

    @Test
    void relations_are_found_by_either_claim_type_and_state() {
        String one = claim();
        String two = claim();
        String three = claim();
        String repeats = relation(one, "repeats", two);
        String updates = relation(three, "updates", one);
        edit("/v1/relations/" + updates, "state", "rejected").then().statusCode(200);

        assertThat(ids("/v1/relations", "claim", one)).containsExactlyInAnyOrder(updates, repeats);
        assertThat(ids("/v1/relations", "claim", two)).containsExactly(repeats);
        assertThat(ids("/v1/relations", "claim", one, "type", "updates")).containsExactly(updates);
        assertThat(ids("/v1/relations", "claim", one, "state", "confirmed")).containsExactly(repeats);
        assertThat(ids("/v1/relations", "claim", one, "state", "rejected")).containsExactly(updates);
    }

    @ParameterizedTest
    @EnumSource(names = {"AGENT", "SOURCE", "RELATION", "SCALE"})
    void items_are_the_records_as_they_are_served(RecordKind kind) {
        String path = kind.recorded();
        String id = path.substring(path.lastIndexOf('/') + 1);
        byte[] record = reader().get(path).asByteArray();

        byte[] page = reader().queryParam("limit", 200).get(kind.collection()).asByteArray();

        StoredJson.read(page).get("items").forEach(item -> {
            if (item.get("id").textValue().equals(id)) {
                assertThat(CanonicalJson.bytes(item)).isEqualTo(record);
            }
        });
        assertThat(new String(page, java.nio.charset.StandardCharsets.UTF_8))
                .contains(new String(record, java.nio.charset.StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @EnumSource
    void lists_go_on_and_go_back_in_time(RecordKind kind) {
        String before = now();
        List<String> paths = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            paths.add(kind.recorded());
        }
        String after = now();
        kind.edit(paths.get(0), "another text");

        List<String> seen = new ArrayList<>();
        String next = kind.collection() + "?limit=2&sort=recordedAt&updatedSince=" + before + "&knownAt=" + after;
        while (next != null) {
            Response page = reader().urlEncodingEnabled(false).get(next);
            page.as(Json.class).<List<String>>at("items.id").forEach(id -> seen.add(kind.pathOf(id)));
            assertThat(page.as(Json.class).<List<Integer>>at("items.version")).containsOnly(1);
            next = Ledger.next(page);
        }

        assertThat(seen).doesNotHaveDuplicates().containsAll(paths);
        assertThat(seen.stream().filter(paths::contains)).isEqualTo(paths);
        Response changed = reader().get(kind.collection() + "?limit=200&updatedSince=" + after);
        assertThat(changed.as(Json.class).<List<String>>at("items.id"))
                .extracting(kind::pathOf)
                .contains(paths.get(0))
                .doesNotContain(paths.get(1), paths.get(2));
    }

    @ParameterizedTest
    @CsvSource({
        "agents, type, Martian",
        "agents, type, person",
        "agents, sort, name",
        "agents, sort, statedOn",
        "agents, limit, 0",
        "sources, publisher, source_01k98n0b00e9saqbfmnd3vp9vq",
        "sources, medium, papyrus",
        "rating-scales, owner, nobody",
        "relations, claim, agent_01k98n0b00era84azn8rdcrgjv",
        "relations, type, hates",
        "relations, state, maybe",
        "assessments, state, done",
        "assessments, assessor, nobody",
        "assessments, changeType, silent",
        "assessments, asOf, 2025-11",
        "sources, asOf, 2025-11-01",
        "claims, asOf, 2025-11",
        "claims, mergedInto, claim_x"
    })
    void refuses_a_filter_that_it_cannot_read(String list, String parameter, String value) {
        reader().queryParam(parameter, value)
                .get("/v1/" + list)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body(hasJson("detail", containsString(parameter)));
    }
}
