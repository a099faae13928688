package org.claimtrail.shared.http;

import static io.restassured.RestAssured.given;
import static org.claimtrail.support.Json.hasJson;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.claimtrail.support.Newsroom;
import org.claimtrail.support.Refusal;
import org.claimtrail.support.Saved;
import org.junit.jupiter.api.Test;

/** What an operation is not asked with is not left out without a word. */
@QuarkusTest
class StrictQueryTest {

    @Inject
    Newsroom newsroom;

    @Test
    void a_misspelled_filter_is_refused_with_the_names_there_are() {
        Refusal.of(given().get("/v1/claims?claimaint=agent_01k98n0b00e5ev27be852nn2n0"), ProblemType.BAD_PARAMETER)
                .body(hasJson("errors[0].parameter", equalTo("claimaint")))
                .body(hasJson("detail", containsString("claimant")));
    }

    @Test
    void so_is_one_of_a_single_record_though_its_present_state_is_kept_in_memory() {
        Saved claim = newsroom.aClaim().saved();
        for (int i = 0; i < 3; i++) {
            given().get(claim.path()).then().statusCode(200);
        }

        Refusal.of(given().get(claim.path() + "?knownat=2025-01-01T00:00:00Z"), ProblemType.BAD_PARAMETER)
                .body(hasJson("detail", containsString("knownAt")));
    }

    @Test
    void an_operation_may_have_none() {
        Refusal.of(newsroom.editor().request().get("/v1/claims/x/versions/1?full=true"), ProblemType.BAD_PARAMETER)
                .body(hasJson("detail", containsString("takes no parameters")));
    }

    @Test
    void nothing_is_written_with_one() {
        Refusal.of(
                newsroom.editor()
                        .request()
                        .contentType("application/json")
                        .body("{\"type\":\"Person\",\"name\":\"Unasked\"}")
                        .post("/v1/agents?dryRun=true"),
                ProblemType.BAD_PARAMETER);
        given().get("/v1/agents?q=Unasked").then().body(hasJson("items", empty()));
    }

    @Test
    void who_may_not_ask_at_all_is_told_that_first() {
        Refusal.of(given().get("/v1/keys?x=1"), ProblemType.UNAUTHENTICATED);
        Refusal.of(newsroom.contributor().request().get("/v1/keys?x=1"), ProblemType.FORBIDDEN);
    }

    @Test
    void it_is_the_same_without_a_body_and_for_the_log() {
        given().head("/v1/claims?x=1").then().statusCode(400);
        given().get("/v1/audit/checkpoint?x=1").then().statusCode(400);
    }

    @Test
    void pages_for_people_take_what_others_put_behind_their_addresses() {
        given().get("/problems/bad-parameter?utm_source=x").then().statusCode(200);
    }

    @Test
    void one_that_is_given_twice_says_nothing_certain() {
        Refusal.of(given().get("/v1/claims?limit=1&limit=2"), ProblemType.BAD_PARAMETER)
                .body(hasJson("errors[0].parameter", equalTo("limit")));
    }

    @Test
    void a_name_that_is_too_long_for_one_is_not_sent_back() {
        Refusal.of(given().get("/v1/claims?" + "x".repeat(1_000) + "=1"), ProblemType.BAD_PARAMETER)
                .body(not(containsString("xxx")));
    }
}
