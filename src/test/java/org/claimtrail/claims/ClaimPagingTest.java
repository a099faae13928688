package org.claimtrail.claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.claimtrail.support.Json.hasJson;
import static org.claimtrail.support.Ledger.agent;
import static org.claimtrail.support.Ledger.assessment;
import static org.claimtrail.support.Ledger.claim;
import static org.claimtrail.support.Ledger.correct;
import static org.claimtrail.support.Ledger.edit;
import static org.claimtrail.support.Ledger.now;
import static org.claimtrail.support.Ledger.reader;
import static org.claimtrail.support.Ledger.unique;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.claimtrail.shared.http.Cursor;
import org.claimtrail.support.Json;
import org.claimtrail.support.Ledger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Order, pages and the past of the list of claims. */
@QuarkusTest
class ClaimPagingTest {

    private final String topic = unique();

    @Test
    void sorts_by_when_it_was_recorded_the_latest_first_unless_asked() {
        List<String> made = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            made.add(claim("about", List.of(topic)));
        }

        assertThat(list("recordedAt").as(Json.class).<List<String>>at("items.id"))
                .isEqualTo(made);
        Collections.reverse(made);
        assertThat(list("-recordedAt").as(Json.class).<List<String>>at("items.id"))
                .isEqualTo(made);
        assertThat(reader().queryParam("topic", topic)
                        .get("/v1/claims")
                        .as(Json.class)
                        .<List<String>>at("items.id"))
                .isEqualTo(made);
    }

    @Test
    void sorts_by_the_first_day_of_its_date() {
        for (String date : List.of("2024-03", "2002/2011", "-0099", "2024-03-02", "../1999", "Y170000002")) {
            claim("about", List.of(topic), "statedOn", date);
        }
        List<String> order =
                new ArrayList<>(List.of("../1999", "-0099", "2002/2011", "2024-03", "2024-03-02", "Y170000002"));

        assertThat(list("statedOn").as(Json.class).<List<String>>at("items.statedOn"))
                .isEqualTo(order);
        Collections.reverse(order);
        assertThat(list("-statedOn").as(Json.class).<List<String>>at("items.statedOn"))
                .isEqualTo(order);
    }

    @ParameterizedTest
    @ValueSource(strings = {"recordedAt", "-recordedAt", "statedOn", "-statedOn"})
    void pages_visit_each_claim_once_while_others_arrive(String sort) {
        List<String> made = new ArrayList<>();
        for (String date : List.of("2020", "2021", "2021", "2021", "2022", "../2021", "2021/..")) {
            made.add(claim("about", List.of(topic), "statedOn", date));
        }
        made.add(claim("about", List.of(topic)));
        made.add(claim("about", List.of(topic)));

        List<String> seen = new ArrayList<>();
        String next = "/v1/claims?limit=2&topic=" + topic + "&sort=" + sort;
        while (next != null) {
            Response page = reader().urlEncodingEnabled(false).get(next);
            seen.addAll(page.as(Json.class).at("items.id"));
            next = Ledger.next(page);
            if (seen.size() < 12) {
                claim("about", List.of(topic), "statedOn", "2021");
            }
        }

        assertThat(seen).doesNotHaveDuplicates().containsAll(made);
    }

    @Test
    void the_link_leads_to_the_next_page_with_the_same_question() {
        String odd = "a b&c=d+ü%" + topic;
        for (int i = 0; i < 3; i++) {
            claim("about", List.of(odd), "inLanguage", "en-GB");
        }

        Response first = reader().queryParam("topic", odd)
                .queryParam("language", "en")
                .queryParam("limit", 2)
                .get("/v1/claims");
        Response second = reader().urlEncodingEnabled(false).get(String.valueOf(Ledger.next(first)));

        first.then()
                .body(hasJson("items", hasSize(2)))
                .body(hasJson("next", notNullValue()))
                .header("Link", containsString("limit=2"));
        second.then()
                .body(hasJson("items", hasSize(1)))
                .body(hasJson("next", nullValue()))
                .header("Link", nullValue());
        reader().queryParam("topic", odd)
                .queryParam("cursor", first.as(Json.class).<String>at("next"))
                .get("/v1/claims")
                .then()
                .body(hasJson("items.id", equalTo(second.as(Json.class).at("items.id"))));
    }

    @Test
    void refuses_a_cursor_that_is_not_of_this_list() {
        for (int i = 0; i < 2; i++) {
            claim("about", List.of(topic));
        }
        String cursor = reader().queryParam("limit", 1)
                .queryParam("sort", "recordedAt")
                .get("/v1/claims")
                .as(Json.class)
                .at("next");

        for (String sort : List.of("-recordedAt", "statedOn", "-statedOn")) {
            refuses(sort, cursor);
        }
        for (String spoilt : List.of("x", cursor + "A", cursor.substring(2), "%00", "ä", "e30", "A".repeat(2000))) {
            refuses("recordedAt", spoilt);
        }
        refuses("recordedAt", Cursor.of("recordedAt").encode());
        refuses("recordedAt", Cursor.of("recordedAt", "yesterday", "claim").encode());
        refuses("recordedAt", Cursor.of("recordedAt", "2025-11-01T00:00:00Z").encode());
        refuses("statedOn", Cursor.of("statedOn", "1e3", "claim").encode());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "+1000000000-12-31T23:59:59.999999999Z",
                "-1000000000-01-01T00:00:00Z",
                "+12025-11-01T00:00:00Z",
                "-0001-01-01T00:00:00Z"
            })
    void a_made_up_cursor_breaks_nothing(String instant) {
        String cursor = Cursor.of("recordedAt", instant, "claim_~").encode();

        Response answer = reader().queryParam("sort", "recordedAt")
                .queryParam("cursor", cursor)
                .get("/v1/claims");

        assertThat(answer.statusCode()).isIn(200, 400);
    }

    @Test
    void a_list_of_the_past_is_what_was_served_then() {
        String claimant = agent("First name");
        String claim = claim("claimant", claimant, "about", List.of(topic));
        String desk = agent("First desk");
        String assessment = assessment(claim, desk, "wrong");
        String early = now();
        byte[] first = list("recordedAt").asByteArray();

        edit("/v1/agents/" + claimant, "name", "Second name").then().statusCode(200);
        edit("/v1/agents/" + desk, "name", "Second desk").then().statusCode(200);
        correct(assessment, "right");
        edit("/v1/claims/" + claim, "text", "Another wording").then().statusCode(200);
        claim("about", List.of(topic));
        String late = now();
        byte[] second = list("recordedAt").asByteArray();
        edit("/v1/claims/" + claim, "about", List.of("gone")).then().statusCode(200);

        assertThat(at(early).asByteArray()).isEqualTo(first);
        assertThat(at(late).asByteArray()).isEqualTo(second).isNotEqualTo(first);
        at(early)
                .then()
                .body(hasJson("items", hasSize(1)))
                .body(hasJson("items[0].claimant.name", equalTo("First name")))
                .body(hasJson("items[0].verdicts[0].assessor.name", equalTo("First desk")))
                .body(hasJson("items[0].verdicts[0].rating.code", equalTo("wrong")));
        assertThat(at("2000-01-01T00:00:00Z").as(Json.class).<List<Object>>at("items"))
                .isEmpty();
    }

    @Test
    void a_list_of_the_far_future_is_the_list_of_now() {
        claim("about", List.of(topic));

        for (String future : List.of("2999-01-01T00:00:00Z", "9999-12-31T23:59:59Z")) {
            assertThat(at(future).asByteArray())
                    .as(future)
                    .isEqualTo(list("recordedAt").asByteArray());
        }
    }

    @Test
    void shows_what_is_published_and_null_where_nothing_can_be_said() {
        String desk = agent("A desk");
        String claim = claim("about", List.of(topic), "statedOn", "2025-11~");
        String assessment = assessment(claim, desk, "open");

        list("recordedAt")
                .then()
                .body(hasJson("items[0].statedOn", equalTo("2025-11~")))
                .body(hasJson("items[0].about", equalTo(List.of(topic))))
                .body(hasJson("items[0].verdicts", hasSize(1)))
                .body(hasJson("items[0].verdicts[0].assessment", equalTo(assessment)))
                .body(hasJson("items[0].verdicts[0].rating.label", equalTo("Open")))
                .body("items[0].verdicts[0].rating.containsKey('score')", equalTo(true))
                .body(hasJson("items[0].verdicts[0].rating.score", nullValue()))
                .body(hasJson("items[0].verdicts[0].url", equalTo("/v1/assessments/" + assessment + "/versions/1")));
    }

    private Response list(String sort) {
        return reader().queryParam("topic", topic).queryParam("sort", sort).get("/v1/claims");
    }

    private Response at(String instant) {
        return reader().queryParam("topic", topic)
                .queryParam("sort", "recordedAt")
                .queryParam("knownAt", instant)
                .get("/v1/claims");
    }

    private static void refuses(String sort, String cursor) {
        reader().queryParam("sort", sort)
                .queryParam("cursor", cursor)
                .get("/v1/claims")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body(hasJson("detail", containsString("cursor")));
    }
}
