package org.claimtrail.assessments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.claimtrail.support.Json.hasJson;
import static org.claimtrail.support.Ledger.agent;
import static org.claimtrail.support.Ledger.assessment;
import static org.claimtrail.support.Ledger.chain;
import static org.claimtrail.support.Ledger.claim;
import static org.claimtrail.support.Ledger.content;
import static org.claimtrail.support.Ledger.contributor;
import static org.claimtrail.support.Ledger.correct;
import static org.claimtrail.support.Ledger.created;
import static org.claimtrail.support.Ledger.edit;
import static org.claimtrail.support.Ledger.editor;
import static org.claimtrail.support.Ledger.json;
import static org.claimtrail.support.Ledger.reader;
import static org.claimtrail.support.Ledger.relation;
import static org.claimtrail.support.Ledger.revise;
import static org.claimtrail.support.Ledger.scale;
import static org.claimtrail.support.Ledger.source;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.claimtrail.shared.json.CanonicalJson;
import org.claimtrail.shared.json.StoredJson;
import org.claimtrail.support.Json;
import org.claimtrail.support.Ledger;
import org.junit.jupiter.api.Test;

/** Everything about a claim in one answer. */
@QuarkusTest
class DossierTest {

    @Test
    void holds_the_records_as_they_are_served() {
        String speaker = agent("A speaker");
        String source = source("A source");
        String desk = agent("A desk");
        String claim = claim(
                "claimant",
                speaker,
                "appearances",
                List.of(content("source", source, "attribution", chain(speaker, "said"))));
        String other = claim("text", "The opposite");
        String relation = relation(other, "contradicts", claim);
        String assessment = assessment(claim, desk, "wrong");
        correct(assessment, "right");

        Response answer = dossier(claim);

        JsonNode dossier = StoredJson.read(answer.asByteArray());
        isServed(dossier.get("claim"), "/v1/claims/" + claim);
        isServed(dossier.get("claimant"), "/v1/agents/" + speaker);
        isServed(dossier.at("/sources/0"), "/v1/sources/" + source);
        isServed(dossier.at("/relations/0/relation"), "/v1/relations/" + relation);
        isServed(dossier.at("/assessments/0/content"), "/v1/assessments/" + assessment);
        answer.then()
                .body(hasJson("assessments", hasSize(1)))
                .body(hasJson("assessments[0].assessor.name", equalTo("A desk")))
                .body(hasJson("assessments[0].rating.code", equalTo("right")))
                .body(hasJson("assessments[0].state", equalTo("published")))
                .body(hasJson("assessments[0].url", equalTo("/v1/assessments/" + assessment + "/versions/2")))
                .body(hasJson("corrections", hasSize(1)))
                .body(hasJson("relations", hasSize(1)))
                .body(hasJson("relations[0].other.id", equalTo(other)))
                .body(hasJson("relations[0].other.text", equalTo("The opposite")));
    }

    @Test
    void drafts_are_no_part_of_it_for_anyone() {
        String claim = claim();
        String desk = agent("A desk");
        created(
                contributor(),
                "/v1/claims/" + claim + "/assessments",
                content("assessor", desk, "scale", scale(desk), "rating", "wrong"));

        dossier(claim).then().body(hasJson("assessments", hasSize(0)));
        contributor().get("/v1/claims/" + claim + "/dossier").then().body(hasJson("assessments", hasSize(0)));
    }

    @Test
    void tells_what_was_merged_into_the_claim_and_what_was_published_about_that() {
        String claim = claim();
        String twin = claim("text", "The same in other words");
        String other = claim("text", "The same once more");
        assessment(twin, agent("A desk"), "wrong");
        for (Response answer : both(claim)) {
            answer.then().body(hasJson("mergedFrom", hasSize(0)));
        }
        String before = Instant.now().toString();

        act("/v1/claims/" + twin + "/merge", "into", claim);
        act("/v1/claims/" + other + "/merge", "into", claim);

        for (Response answer : both(claim)) {
            answer.then()
                    .body(hasJson("mergedFrom.id", contains(twin, other)))
                    .body(hasJson("mergedFrom[0].mergedInto", equalTo(claim)))
                    .body(hasJson("mergedFrom[0].verdicts.rating.code", contains("wrong")))
                    .body(hasJson("mergedFrom[1].verdicts", hasSize(0)));
        }
        assertThat(Ledger.ids("/v1/claims", "mergedInto", claim)).containsExactlyInAnyOrder(twin, other);
        dossier(claim, before).then().body(hasJson("mergedFrom", hasSize(0)));

        act("/v1/claims/" + twin + "/reopen");
        editor().header("If-Match", "*")
                .body(json(content("reason", "privacy")))
                .post("/v1/claims/" + other + "/withhold")
                .then()
                .statusCode(200);
        for (Response answer : List.of(dossier(claim), dossier(claim, "9999-12-31T23:59:59Z"))) {
            answer.then().body(hasJson("mergedFrom", hasSize(0)));
        }
        assertThat(Ledger.ids("/v1/claims", "mergedInto", claim)).isEmpty();
    }

    @Test
    void what_is_published_of_a_merged_claim_later_shows_in_the_one_it_was_merged_into() {
        String claim = claim();
        String twin = claim("text", "The same in other words");
        String assessment = assessment(twin, agent("A desk"), "wrong");
        act("/v1/claims/" + twin + "/merge", "into", claim);
        dossier(claim).then().body(hasJson("mergedFrom[0].verdicts.rating.code", contains("wrong")));

        correct(assessment, "right");

        dossier(claim).then().body(hasJson("mergedFrom[0].verdicts.rating.code", contains("right")));
        dossier(claim).then().body(hasJson("mergedFrom[0].verdicts.changeType", contains("correction")));
    }

    /** As anybody reads it now, and as it is composed for everyone else. */
    private static List<Response> both(String claim) {
        return List.of(dossier(claim), editor().get("/v1/claims/" + claim + "/dossier"));
    }

    private static Response dossier(String claim, String knownAt) {
        return reader().queryParam("knownAt", knownAt).get("/v1/claims/" + claim + "/dossier");
    }

    private static void act(String path, String... more) {
        Map<String, Object> body = content("changeReason", "a test");
        if (more.length > 0) {
            body.put(more[0], more[1]);
        }
        editor().header("If-Match", "*").body(json(body)).post(path).then().statusCode(200);
    }

    @Test
    void tells_which_verdict_holds_on_a_day() {
        String claim = claim();
        String assessment = assessment(claim, agent("A desk"), "right", "validTo", "2025-06");
        revise(
                assessment,
                "rating",
                "wrong",
                "validFrom",
                "2025-07-01",
                "validTo",
                null,
                "changeType",
                "update",
                "changeReason",
                "the law changed");

        assertThat(ratings(claim, "asOf", "2025-06-30")).containsExactly("right");
        assertThat(ratings(claim, "asOf", "2025-07-01")).containsExactly("wrong");
        assertThat(ratings(claim, "asOf", "2030-01-01")).containsExactly("wrong");
        for (String bad : List.of("2025", "2025-02-30", "yesterday")) {
            reader().queryParam("asOf", bad)
                    .get("/v1/claims/" + claim + "/dossier")
                    .then()
                    .statusCode(400);
        }
    }

    @Test
    void the_past_is_what_was_served_then() {
        String speaker = agent("First name");
        String claim = claim("claimant", speaker);
        String assessment = assessment(claim, agent("A desk"), "wrong");
        String relation = relation(claim, "updates", claim("text", "An older one"));
        String then = Instant.now().toString();
        byte[] before = dossier(claim).asByteArray();

        edit("/v1/agents/" + speaker, "name", "Second name").then().statusCode(200);
        edit("/v1/claims/" + claim, "text", "Another wording").then().statusCode(200);
        edit("/v1/relations/" + relation, "state", "rejected").then().statusCode(200);
        correct(assessment, "right");

        Response past = reader().queryParam("knownAt", then).get("/v1/claims/" + claim + "/dossier");
        assertThat(past.asByteArray()).isEqualTo(before);
        assertThat(dossier(claim).asByteArray()).isNotEqualTo(before);
        Response future =
                reader().queryParam("knownAt", "9999-12-31T23:59:59Z").get("/v1/claims/" + claim + "/dossier");
        assertThat(future.asByteArray()).isEqualTo(dossier(claim).asByteArray());
        reader().queryParam("knownAt", "2001-01-01T00:00:00Z")
                .get("/v1/claims/" + claim + "/dossier")
                .then()
                .statusCode(404);
    }

    /** The public's own statements, and those for everyone else, agree on what is withheld from the public. */
    @Test
    void leaves_out_what_is_withheld_now_as_it_does_of_the_past() {
        String source = source("A source");
        String speaker = agent("A speaker");
        String claim = claim(
                "claimant",
                speaker,
                "appearances",
                List.of(content("source", source, "attribution", chain(speaker, "said"))));
        String desk = agent("A desk");
        correct(assessment(claim, desk, "wrong"), "right");
        String withheld = assessment(claim, agent("Another desk"), "wrong");
        String other = claim("text", "The opposite");
        assessment(other, desk, "wrong");
        relation(claim, "contradicts", other);
        String relation = relation(claim("text", "An older one"), "updates", claim);
        String last = claim("text", "One more");
        relation(claim, "updates", last);
        assertAlike(claim);

        for (String path : List.of(
                "agents/" + desk,
                "sources/" + source,
                "assessments/" + withheld,
                "relations/" + relation,
                "claims/" + last,
                "agents/" + speaker)) {
            editor().header("If-Match", "*")
                    .body(json(content("reason", "privacy")))
                    .post("/v1/" + path + "/withhold")
                    .then()
                    .statusCode(200);
            assertAlike(claim);
        }
        dossier(claim)
                .then()
                .body(hasJson("assessments", hasSize(1)))
                .body(hasJson("assessments[0].assessor.name", equalTo(desk)))
                .body(hasJson("relations", hasSize(1)))
                .body(hasJson("sources", hasSize(0)))
                .body(hasJson("claimant", equalTo(null)));
    }

    private static void assertAlike(String claim) {
        Response future =
                reader().queryParam("knownAt", "9999-12-31T23:59:59Z").get("/v1/claims/" + claim + "/dossier");
        assertThat(dossier(claim).asString()).isEqualTo(future.asString());
    }

    private static List<String> ratings(String claim, String parameter, String value) {
        return reader().queryParam(parameter, value)
                .get("/v1/claims/" + claim + "/dossier")
                .then()
                .statusCode(200)
                .extract()
                .as(Json.class)
                .at("assessments.rating.code");
    }

    private static Response dossier(String claim) {
        Response answer = reader().get("/v1/claims/" + claim + "/dossier");
        answer.then().statusCode(200);
        return answer;
    }

    private static void isServed(JsonNode part, String path) {
        assertThat(CanonicalJson.bytes(part)).isEqualTo(reader().get(path).asByteArray());
    }
}
