package org.claimtrail.claims;

import static org.claimtrail.support.Json.hasJson;
import static org.claimtrail.support.Ledger.agent;
import static org.claimtrail.support.Ledger.claim;
import static org.claimtrail.support.Ledger.content;
import static org.claimtrail.support.Ledger.contributor;
import static org.claimtrail.support.Ledger.edit;
import static org.claimtrail.support.Ledger.editor;
import static org.claimtrail.support.Ledger.json;
import static org.claimtrail.support.Ledger.reader;
import static org.claimtrail.support.Ledger.scale;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What editors do with claims beside editing them. */
@QuarkusTest
class ClaimLifeTest {

    private static final String NOBODY = "claim_01k98n0b00e7vrv0000000000a";

    @Test
    void a_merged_claim_points_to_the_one_that_goes_on() {
        String from = claim();
        String into = claim();

        merge(from, into)
                .then()
                .statusCode(200)
                .header("ETag", startsWith("\"2-"))
                .body(hasJson("version", equalTo(2)))
                .body(hasJson("status", equalTo("merged")))
                .body(hasJson("mergedInto", equalTo(into)))
                .body(hasJson("changeReason", equalTo("the same claim")))
                .body(hasJson("text", equalTo("A claim made for a test")));
        reader().get("/v1/claims/" + from).then().body(hasJson("status", equalTo("merged")));
        reader().get("/v1/claims/" + from + "/versions/1").then().body(hasJson("status", equalTo("open")));
        reader().get("/v1/claims/" + from + "/audit").then().body(hasJson("items.type", hasItem("claim.merged")));
        reader().get("/v1/claims/" + into).then().body(hasJson("version", equalTo(1)));
    }

    @Test
    void a_claim_is_not_merged_into_itself() {
        String claim = claim();

        refuses(merge(claim, claim), 422, "/into");
    }

    @ParameterizedTest
    @ValueSource(strings = {NOBODY, "agent_01k98n0b00era84azn8rdcrgjv", "nonsense", ""})
    void a_claim_is_not_merged_into_what_is_no_claim(String into) {
        refuses(merge(claim(), into), 422, "/into");
    }

    @Test
    void a_claim_is_not_merged_into_one_that_is_not_open() {
        String withdrawn = claim();
        act(withdrawn, "withdraw").then().statusCode(200);
        String merged = claim();
        merge(merged, claim()).then().statusCode(200);

        refuses(merge(claim(), withdrawn), 422, "/into");
        refuses(merge(claim(), merged), 422, "/into");
    }

    @Test
    void claims_do_not_merge_in_a_circle() {
        String one = claim();
        String two = claim();
        merge(one, two).then().statusCode(200);

        refuses(merge(two, one), 422, "/into");
    }

    @Test
    void a_merged_claim_stays_as_it_is_until_reopened() {
        String from = claim();
        String into = claim();
        merge(from, into).then().statusCode(200);

        conflicts(edit("/v1/claims/" + from, "text", "Another wording"), into);
        conflicts(merge(from, claim()), into);
        conflicts(act(from, "withdraw"), into);
        conflicts(draft(from), into);
        act(from, "reopen")
                .then()
                .statusCode(200)
                .body(hasJson("status", equalTo("open")))
                .body(hasJson("mergedInto", nullValue()))
                .body(hasJson("version", equalTo(3)));
        edit("/v1/claims/" + from, "text", "Another wording").then().statusCode(200);
    }

    @Test
    void a_withdrawn_claim_stays_readable_and_as_it_is_until_reopened() {
        String claim = claim();
        act(claim, "withdraw").then().statusCode(200).body(hasJson("status", equalTo("withdrawn")));

        reader().get("/v1/claims/" + claim).then().statusCode(200).body(hasJson("status", equalTo("withdrawn")));
        conflicts(edit("/v1/claims/" + claim, "text", "Another wording"), "reopen");
        conflicts(act(claim, "withdraw"), "reopen");
        conflicts(draft(claim), "reopen");
        act(claim, "reopen").then().statusCode(200).body(hasJson("status", equalTo("open")));
    }

    @Test
    void an_open_claim_is_not_reopened() {
        conflicts(act(claim(), "reopen"), "open");
    }

    @Test
    void status_is_not_taken_from_an_edit() {
        String claim = claim();

        edit("/v1/claims/" + claim, "status", "withdrawn", "mergedInto", NOBODY)
                .then()
                .statusCode(200)
                .body(hasJson("status", equalTo("open")))
                .body(hasJson("mergedInto", nullValue()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"merge", "withdraw", "reopen"})
    void each_act_needs_a_reason_and_the_version_it_is_based_on(String act) {
        String claim = claim();
        if (act.equals("reopen")) {
            act(claim, "withdraw").then().statusCode(200);
        }
        Map<String, Object> body = body(act);
        String path = "/v1/claims/" + claim + "/" + act;
        String stale = "\"1-000000000000\"";

        editor().body(json(body)).post(path).then().statusCode(428);
        editor().header("If-Match", stale).body(json(body)).post(path).then().statusCode(412);
        contributor().header("If-Match", "*").body(json(body)).post(path).then().statusCode(403);
        for (String reason : new String[] {" ", "x".repeat(2001)}) {
            body.put("changeReason", reason);
            refuses(editor().header("If-Match", "*").body(json(body)).post(path), 422, "/changeReason");
        }
        body.remove("changeReason");
        refuses(editor().header("If-Match", "*").body(json(body)).post(path), 422, "/changeReason");
    }

    @ParameterizedTest
    @ValueSource(strings = {"merge", "withdraw", "reopen"})
    void no_act_finds_a_claim_that_is_not_there(String act) {
        String body = json(body(act));

        for (String id : List.of(NOBODY, "agent_01k98n0b00era84azn8rdcrgjv")) {
            editor().header("If-Match", "*")
                    .body(body)
                    .post("/v1/claims/" + id + "/" + act)
                    .then()
                    .statusCode(404);
        }
    }

    private static Map<String, Object> body(String act) {
        Map<String, Object> body = content("changeReason", "a test");
        if (act.equals("merge")) {
            body.put("into", claim());
        }
        return body;
    }

    private static Response merge(String from, String into) {
        return editor().header("If-Match", "*")
                .body(json(content("into", into, "changeReason", "the same claim")))
                .post("/v1/claims/" + from + "/merge");
    }

    private static Response act(String claim, String act) {
        return editor().header("If-Match", "*")
                .body(json(content("changeReason", "a test")))
                .post("/v1/claims/" + claim + "/" + act);
    }

    private static Response draft(String claim) {
        String desk = agent("A desk");
        return contributor()
                .body(json(content("assessor", desk, "scale", scale(desk), "rating", "right")))
                .post("/v1/claims/" + claim + "/assessments");
    }

    private static void conflicts(Response answer, String hint) {
        answer.then()
                .statusCode(409)
                .contentType("application/problem+json")
                .body(hasJson("type", equalTo("/problems/wrong-state")))
                .body(hasJson("detail", containsString(hint)));
    }

    private static void refuses(Response answer, int status, String pointer) {
        answer.then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body(hasJson("errors.pointer", hasItem(pointer)));
    }
}
