package org.claimtrail.claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.claimtrail.support.Json.hasJson;
import static org.claimtrail.support.Ledger.agent;
import static org.claimtrail.support.Ledger.assessment;
import static org.claimtrail.support.Ledger.claim;
import static org.claimtrail.support.Ledger.content;
import static org.claimtrail.support.Ledger.contributor;
import static org.claimtrail.support.Ledger.created;
import static org.claimtrail.support.Ledger.edit;
import static org.claimtrail.support.Ledger.editor;
import static org.claimtrail.support.Ledger.json;
import static org.claimtrail.support.Ledger.now;
import static org.claimtrail.support.Ledger.reader;
import static org.claimtrail.support.Ledger.scale;
import static org.claimtrail.support.Ledger.unique;
import static org.hamcrest.Matchers.containsString;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.claimtrail.shared.id.TypeId;
import org.claimtrail.support.Json;
import org.claimtrail.support.Ledger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The filters of the list of claims. A topic of its own keeps the claims of a test apart from all others. */
@QuarkusTest
class ClaimListTest {

    private final String topic = unique();

    @Inject
    ClaimRepository claims;

    @Test
    void filters_by_claimant() {
        String kim = agent("Kim");
        String his = claim("claimant", kim, "about", List.of(topic));
        claim("about", List.of(topic));

        assertThat(ids("claimant", kim)).containsExactly(his);
        assertThat(ids("claimant", agent("Somebody silent"))).isEmpty();
    }

    @Test
    void finds_a_topic_in_any_case_but_only_whole() {
        String claim = claim("about", List.of("other", "Sea of " + topic.toUpperCase(Locale.ROOT)));

        assertThat(ids("topic", "SEA of " + topic)).containsExactly(claim);
        assertThat(ids("topic", topic)).isEmpty();
    }

    @Test
    void finds_a_topic_that_is_longer_in_lower_case() {
        String claim = claim("about", List.of("\u0130".repeat(160) + topic));

        assertThat(ids("topic", "\u0130".repeat(160) + topic.toUpperCase(Locale.ROOT)))
                .containsExactly(claim);
    }

    @Test
    void does_not_find_a_topic_that_was_taken_off() {
        String claim = claim("about", List.of(topic));
        edit("/v1/claims/" + claim, "about", List.of("another")).then().statusCode(200);

        assertThat(ids("topic", topic)).isEmpty();
    }

    @Test
    void pages_through_a_topic_by_when_its_claims_were_last_recorded() {
        List<String> recorded = IntStream.range(0, 5)
                .mapToObj(n -> claim("about", List.of(topic, "second " + topic)))
                .toList();
        edit("/v1/claims/" + recorded.get(1), "about", List.of("second " + topic, topic))
                .then()
                .statusCode(200);
        List<String> inOrder = Stream.of(0, 2, 3, 4, 1).map(recorded::get).toList();

        assertThat(pages("topic", topic, "sort", "recordedAt")).containsExactlyElementsOf(inOrder);
        assertThat(pages("topic", topic, "sort", "-recordedAt"))
                .containsExactlyElementsOf(inOrder.stream()
                        .sorted(Comparator.comparingInt(inOrder::indexOf).reversed())
                        .toList());
        assertThat(pages("topic", topic, "sort", "statedOn")).containsExactlyInAnyOrderElementsOf(recorded);
        assertThat(pages("topic", topic, "knownAt", "9999-01-01T00:00:00Z", "sort", "recordedAt"))
                .containsExactlyElementsOf(inOrder);
    }

    /** All that is found, two at a time. */
    private static List<String> pages(String... query) {
        List<String> found = new ArrayList<>();
        String cursor = "";
        while (cursor != null) {
            RequestSpecification request = reader().queryParam("limit", 2);
            if (!cursor.isEmpty()) {
                request.queryParam("cursor", cursor);
            }
            for (int i = 0; i < query.length; i += 2) {
                request.queryParam(query[i], query[i + 1]);
            }
            Json page =
                    request.get("/v1/claims").then().statusCode(200).extract().as(Json.class);
            found.addAll(page.<List<String>>at("items.id"));
            cursor = page.at("next");
        }
        return found;
    }

    @Test
    void a_language_finds_its_variants_and_no_other_language() {
        String en = claim("about", List.of(topic), "inLanguage", "en");
        String british = claim("about", List.of(topic), "inLanguage", "en-GB");
        String spelt = claim("about", List.of(topic), "inLanguage", "en-GB-oxendict");
        String three = claim("about", List.of(topic), "inLanguage", "eng");
        claim("about", List.of(topic), "inLanguage", "ja");

        assertThat(ids("topic", topic, "language", "en")).containsExactlyInAnyOrder(en, british, spelt);
        assertThat(ids("topic", topic, "language", "EN-gb")).containsExactlyInAnyOrder(british, spelt);
        assertThat(ids("topic", topic, "language", "eng")).containsExactly(three);
        assertThat(ids("topic", topic, "language", "e_")).isEmpty();
        assertThat(ids("topic", topic, "language", "%")).isEmpty();
    }

    @Test
    void filters_by_status() {
        String open = claim("about", List.of(topic));
        String withdrawn = claim("about", List.of(topic));
        String merged = claim("about", List.of(topic));
        act(withdrawn, "withdraw", content("changeReason", "a test"));
        act(merged, "merge", content("changeReason", "a test", "into", open));

        assertThat(ids("topic", topic, "status", "open")).containsExactly(open);
        assertThat(ids("topic", topic, "status", "withdrawn")).containsExactly(withdrawn);
        assertThat(ids("topic", topic, "status", "merged")).containsExactly(merged);
        assertThat(ids("topic", topic)).hasSize(3);
    }

    @Test
    void filters_by_the_verdict_that_stands() {
        String claim = claim("about", List.of(topic));
        String assessment = assessment(claim, agent("A desk"), "wrong");
        draft(claim("about", List.of(topic)), "wrong");

        assertThat(ids("topic", topic, "verdict", "wrong")).containsExactly(claim);
        assertThat(ids("topic", topic, "verdict", "right")).isEmpty();
        Ledger.correct(assessment, "right");
        assertThat(ids("topic", topic, "verdict", "wrong")).isEmpty();
        assertThat(ids("topic", topic, "verdict", "right")).containsExactly(claim);
    }

    @Test
    void a_retracted_verdict_does_not_stand() {
        String claim = claim("about", List.of(topic));
        String assessor = agent("A desk");
        String assessment = assessment(claim, assessor, "wrong");
        Map<String, Object> ending = content("changeReason", "a test", "correctionNotice", "taken back");

        Ledger.administrator()
                .header("If-Match", "*")
                .body(json(ending))
                .post("/v1/assessments/" + assessment + "/retract")
                .then()
                .statusCode(200);

        assertThat(ids("topic", topic, "verdict", "wrong")).isEmpty();
        assertThat(ids("topic", topic, "assessor", assessor)).containsExactly(claim);
    }

    @Test
    void filters_by_who_assessed() {
        String assessor = agent("A desk");
        String claim = claim("about", List.of(topic));
        assessment(claim, assessor, "open");
        assessment(claim("about", List.of(topic)), agent("Another desk"), "open");

        assertThat(ids("topic", topic, "assessor", assessor)).containsExactly(claim);
        assertThat(ids("assessor", assessor)).containsExactly(claim);
    }

    @Test
    void finds_dates_that_overlap() {
        Map<String, String> claims = new LinkedHashMap<>();
        for (String date : List.of(
                "2002",
                "2024-03",
                "2002/2011",
                "2025-11~",
                "../2010",
                "2012/..",
                "/2005",
                "2024-22",
                "198X",
                "Y-17000")) {
            claims.put(claim("about", List.of(topic), "statedOn", date), date);
        }
        claim("about", List.of(topic));

        Map<String, List<String>> expected = Map.of(
                "2003", List.of("2002/2011", "../2010", "/2005"),
                "2024-03-31", List.of("2024-03", "2012/.."),
                "2024-06-01", List.of("2012/..", "2024-22"),
                "2024-21", List.of("2024-03", "2012/.."),
                "../1999", List.of("../2010", "/2005", "198X", "Y-17000"),
                "1989-12-31", List.of("../2010", "/2005", "198X"),
                "2030/..", List.of("2012/.."),
                "2025-11-30/", List.of("2012/..", "2025-11~"),
                "2002-12-31", List.of("2002", "2002/2011", "../2010", "/2005"));
        expected.forEach((asked, dates) -> assertThat(ids("topic", topic, "statedOn", asked))
                .as(asked)
                .extracting(claims::get)
                .containsExactlyInAnyOrderElementsOf(dates));
    }

    @Test
    void tells_what_changed_since_an_instant_verdicts_too() {
        String claim = claim("about", List.of(topic));
        String quiet = claim("about", List.of(topic));
        String draft = draft(claim, "wrong");
        String since = now();

        assertThat(ids("topic", topic, "updatedSince", since)).isEmpty();
        Ledger.publish("/v1/assessments/" + draft);
        assertThat(ids("topic", topic, "updatedSince", since)).containsExactly(claim);
        assertThat(ids("topic", topic, "updatedSince", now())).isEmpty();
        assertThat(ids("topic", topic, "updatedSince", since, "knownAt", now())).containsExactly(claim);
        assertThat(ids("topic", topic, "updatedSince", since, "knownAt", since)).isEmpty();
        edit("/v1/claims/" + quiet, "text", "Not so quiet").then().statusCode(200);
        assertThat(ids("topic", topic, "updatedSince", since)).containsExactlyInAnyOrder(claim, quiet);
    }

    @Test
    void all_filters_given_must_hold() {
        String kim = agent("Kim");
        String desk = agent("A desk");
        String since = now();
        String claim = claim(
                "claimant",
                kim,
                "about",
                List.of(topic),
                "inLanguage",
                "en-GB",
                "statedOn",
                "2024-03",
                "text",
                "All of " + topic);
        assessment(claim, desk, "right");
        String[] every = {
            "claimant",
            kim,
            "topic",
            topic,
            "language",
            "en",
            "status",
            "open",
            "verdict",
            "right",
            "assessor",
            desk,
            "statedOn",
            "2024",
            "updatedSince",
            since,
            "q",
            topic
        };
        String[] others = {
            agent("Lee"), unique(), "fr", "merged", "wrong", agent("No desk"), "2023", "2999-01-01T00:00:00Z", unique()
        };

        assertThat(ids(every)).containsExactly(claim);
        for (int i = 0; i < others.length; i++) {
            String[] one = every.clone();
            one[2 * i + 1] = others[i];
            assertThat(ids(one)).as(one[2 * i] + "=" + one[2 * i + 1]).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "claimant, claim_01k98n0b00enm8146esfsye80v",
        "claimant, x",
        "assessor, nobody",
        "status, closed",
        "statedOn, 2025-13",
        "statedOn, yesterday",
        "updatedSince, 2025-11-01",
        "knownAt, 2025",
        "sort, text",
        "limit, 0",
        "limit, 201",
        "limit, -1",
        "limit, abc",
        "limit, 1.0",
        "limit, 99999999999",
        "cursor, x"
    })
    void refuses_what_it_cannot_read_by_name(String parameter, String value) {
        reader().queryParam(parameter, value)
                .get("/v1/claims")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body(hasJson("detail", containsString(parameter)));
    }

    /** The public's own statements, and those for everyone else, agree on what stands beside a claim. */
    @Test
    void tells_of_now_what_it_tells_of_the_same_moment() {
        String speaker = agent("A speaker");
        String desk = agent("A desk");
        String claim = claim("about", List.of(topic), "claimant", speaker, "statedOn", "1980");
        assessment(claim, desk, "open");
        String other = assessment(claim, agent("Another desk"), "wrong");
        claim("about", List.of(topic));
        assertAlike("Another desk");

        for (String path : List.of("/v1/assessments/" + other, "/v1/agents/" + desk, "/v1/agents/" + speaker)) {
            editor().header("If-Match", "*")
                    .body(json(content("reason", "privacy")))
                    .post(path + "/withhold")
                    .then()
                    .statusCode(200);
            assertAlike("A claim made for a test");
        }
        assertThat(page("topic", topic)).doesNotContain("Another desk").doesNotContain("A speaker");
    }

    private void assertAlike(String shown) {
        assertThat(page("topic", topic))
                .isEqualTo(page("topic", topic, "knownAt", "9999-12-31T23:59:59Z"))
                .contains(shown);
    }

    private static String page(String... namesAndValues) {
        return reader().queryParams(content((Object[]) namesAndValues))
                .get("/v1/claims")
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    private static List<String> ids(String... namesAndValues) {
        return Ledger.ids("/v1/claims", namesAndValues);
    }

    private static String draft(String claim, String rating) {
        String desk = agent("A desk");
        Map<String, Object> content = content("assessor", desk, "scale", scale(desk), "rating", rating);
        return created(contributor(), "/v1/claims/" + claim + "/assessments", content);
    }

    private static void act(String claim, String act, Map<String, Object> body) {
        editor().header("If-Match", "*")
                .body(json(body))
                .post("/v1/claims/" + claim + "/" + act)
                .then()
                .statusCode(200);
    }

    /** One that was published while the claim was edited. */
    @Test
    void an_edit_hides_no_later_verdict_from_who_asks_what_changed_and_an_earlier_verdict_no_edit() {
        String claim = claim("about", List.of(topic));
        Instant at = Instant.now();
        Instant verdict = at.plusSeconds(3600).truncatedTo(ChronoUnit.MICROS);

        QuarkusTransaction.requiringNew().run(() -> claims.touch(TypeId.parse(claim), verdict));
        edit("/v1/claims/" + claim, "text", "Changed").then().statusCode(200);
        assertThat(changedAt(claim)).isEqualTo(verdict);

        QuarkusTransaction.requiringNew().run(() -> claims.touch(TypeId.parse(claim), at));
        assertThat(changedAt(claim)).isEqualTo(verdict);
    }

    private Instant changedAt(String claim) {
        return QuarkusTransaction.requiringNew()
                .call(() -> claims.current(TypeId.parse(claim)).orElseThrow().changedAt);
    }
}
