package org.claimtrail.claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.claimtrail.support.Json.hasJson;
import static org.claimtrail.support.Ledger.claim;
import static org.claimtrail.support.Ledger.content;
import static org.claimtrail.support.Ledger.contributor;
import static org.claimtrail.support.Ledger.created;
import static org.claimtrail.support.Ledger.edit;
import static org.claimtrail.support.Ledger.editor;
import static org.claimtrail.support.Ledger.json;
import static org.claimtrail.support.Ledger.reader;
import static org.claimtrail.support.Ledger.relation;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.claimtrail.support.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Typed links between claims. */
@QuarkusTest
class RelationTest {

    private static final List<String> TYPES = List.of(
            "sameAs",
            "broader",
            "narrower",
            "repeats",
            "contradicts",
            "respondsTo",
            "translationOf",
            "partOf",
            "updates");

    @ParameterizedTest
    @FieldSource("TYPES")
    void relates_claims_in_every_way_there_is(String type) {
        String from = claim();
        String to = claim();

        String relation = relation(from, type, to);

        reader().get("/v1/relations/" + relation)
                .then()
                .body(hasJson("type", equalTo(type)))
                .body(hasJson("from", equalTo(from)))
                .body(hasJson("to", equalTo(to)))
                .body(hasJson("state", equalTo("confirmed")));
        assertThat(dossier(to)).containsExactly(relation);
    }

    @Test
    void a_claim_is_not_related_to_itself() {
        String claim = claim();

        refuses(post(claim, "repeats", claim), "/to");
    }

    @Test
    void a_relation_is_recorded_once() {
        String one = claim();
        String two = claim();
        String first = relation(one, "repeats", two);

        post(one, "repeats", two)
                .then()
                .statusCode(409)
                .body(hasJson("type", equalTo("/problems/conflict")))
                .body(hasJson("detail", containsString(first)));
        post(one, "broader", two).then().statusCode(201);
        post(two, "repeats", one).then().statusCode(201);
    }

    @Test
    void what_is_related_does_not_change() {
        String path = "/v1/relations/" + relation(claim(), "repeats", claim());

        refuses(edit(path, "from", claim()), "/from");
        refuses(edit(path, "to", claim()), "/to");
        refuses(edit(path, "type", "updates"), "/type");
        edit(path, "note", "looked at again").then().statusCode(200);
    }

    @Test
    void a_rejected_relation_leaves_the_dossiers() {
        String from = claim();
        String to = claim();
        String relation = relation(from, "contradicts", to);
        assertThat(dossier(from)).containsExactly(relation);

        edit("/v1/relations/" + relation, "state", "rejected").then().statusCode(200);

        assertThat(dossier(from)).isEmpty();
        assertThat(dossier(to)).isEmpty();
        reader().get("/v1/relations/" + relation).then().statusCode(200).body(hasJson("state", equalTo("rejected")));
    }

    @Test
    void who_confirms_a_suggestion_is_named() {
        Response suggested = contributor()
                .body(json(
                        content("from", claim(), "type", "sameAs", "to", claim(), "state", "suggested", "score", 0.75)))
                .post("/v1/relations");
        suggested
                .then()
                .statusCode(201)
                .body(hasJson("confirmedBy", nullValue()))
                .body(hasJson("score", equalTo(0.75)));

        edit("/v1/relations/" + suggested.as(Json.class).at("id"), "state", "confirmed", "confirmedBy", "somebody else")
                .then()
                .statusCode(200)
                .body(hasJson("confirmedBy", matchesPattern("a:[A-Za-z0-9_-]{16}")));
    }

    @Test
    void who_confirmed_stays_named_when_somebody_else_edits() {
        String relation = post(claim(), "partOf", claim())
                .then()
                .statusCode(201)
                .extract()
                .as(Json.class)
                .at("id");
        String confirmer =
                reader().get("/v1/relations/" + relation).as(Json.class).at("confirmedBy");
        String content = reader().get("/v1/relations/" + relation).asString();

        editor().header("If-Match", "*")
                .body(content.replaceFirst("\\{", "{\"changeReason\":\"a note\",\"note\":\"seen\","))
                .put("/v1/relations/" + relation)
                .then()
                .statusCode(200)
                .body(hasJson("note", equalTo("seen")))
                .body(hasJson("confirmedBy", equalTo(confirmer)));
    }

    private static Response post(String from, String type, String to) {
        return contributor()
                .body(json(content("from", from, "type", type, "to", to)))
                .post("/v1/relations");
    }

    private static List<String> dossier(String claim) {
        return reader().get("/v1/claims/" + claim + "/dossier")
                .then()
                .statusCode(200)
                .extract()
                .as(Json.class)
                .at("relations.relation.id");
    }

    private static void refuses(Response answer, String pointer) {
        answer.then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body(hasJson("errors.pointer", hasItem(pointer)));
    }

    @Test
    void the_relations_of_a_claim_are_one_list_whichever_way_they_go() {
        String claim = claim();
        List<String> relations = List.of(
                relation(claim, "repeats", claim()),
                relation(claim(), "broader", claim),
                relation(claim(), "updates", claim),
                relation(claim, "partOf", claim()));

        assertThat(pages("recordedAt", claim)).isEqualTo(relations);
        List<String> latestFirst = new ArrayList<>(relations);
        Collections.reverse(latestFirst);
        assertThat(pages("-recordedAt", claim)).isEqualTo(latestFirst);
    }

    /** One on each page. */
    private static List<String> pages(String sort, String claim) {
        List<String> ids = new ArrayList<>();
        String cursor = "";
        while (cursor != null) {
            Json page = reader().get("/v1/relations?limit=1&sort=" + sort + "&claim=" + claim + cursor)
                    .then()
                    .statusCode(200)
                    .extract()
                    .as(Json.class);
            ids.addAll(page.<List<String>>at("items.id"));
            String next = page.at("next");
            cursor = next == null ? null : "&cursor=" + next;
        }
        return ids;
    }

    @Test
    void a_dossier_shows_confirmed_relations_before_what_programs_suggest_and_not_all_of_that() {
        String claim = claim();
        for (int i = 0; i < 12; i++) {
            String other = claim();
            for (String type : TYPES) {
                suggest(claim, type, other);
                suggest(other, type, claim);
            }
        }
        String confirmed = relation(claim(), "repeats", claim);

        assertThat(dossier(claim)).hasSize(200).contains(confirmed);
        List<String> known = editor().get("/v1/claims/" + claim + "/dossier")
                .then()
                .statusCode(200)
                .extract()
                .as(Json.class)
                .at("relations.relation.id");
        assertThat(known).isEqualTo(dossier(claim));
    }

    private static void suggest(String from, String type, String to) {
        created(contributor(), "/v1/relations", content("from", from, "type", type, "to", to, "state", "suggested"));
    }
}
