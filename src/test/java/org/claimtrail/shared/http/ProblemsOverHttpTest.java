package org.claimtrail.shared.http;

import static io.restassured.RestAssured.given;
import static org.claimtrail.shared.http.ProblemRequests.json;
import static org.claimtrail.shared.http.ProblemRequests.problem;
import static org.claimtrail.shared.http.ProblemRequests.utf8;
import static org.claimtrail.support.Json.hasJson;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import org.claimtrail.support.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class ProblemsOverHttpTest {

    @ParameterizedTest
    @EnumSource(ProblemType.class)
    void answers_each_type_with_its_status_and_a_page_that_documents_it(ProblemType type) {
        String page = problem(given().get("/v1/probe/fails/" + type).then(), type)
                .extract()
                .as(Json.class)
                .at("type");

        given().accept("text/html")
                .get(page)
                .then()
                .statusCode(200)
                .contentType("text/html")
                .header("Content-Security-Policy", startsWith("default-src 'none';"))
                .body("html.body.h1", equalTo(type.title()));
        given().accept("application/json")
                .get(page)
                .then()
                .statusCode(200)
                .body(hasJson("status", equalTo(type.status())));
    }

    @Test
    void lists_the_types() {
        given().accept("application/json")
                .get("/problems")
                .then()
                .statusCode(200)
                .body(hasJson("items", hasSize(ProblemType.values().length)));
        given().accept("text/html").get("/problems").then().statusCode(200).contentType("text/html");
        problem(given().get("/problems/nothing").then(), ProblemType.NOT_FOUND);
    }

    @ParameterizedTest
    @ValueSource(strings = {"bug", "error", "bare-500", "unwritable"})
    void hides_the_detail_of_a_bug(String how) {
        problem(given().get("/v1/probe/fails/" + how).then(), ProblemType.INTERNAL)
                .header("X-Request-Id", notNullValue());
    }

    @ParameterizedTest
    @CsvSource({"unauthorized, Bearer", "bad-credential, 'Bearer error=\"invalid_token\"'"})
    void asks_for_a_credential(String how, String challenge) {
        problem(given().get("/v1/probe/fails/" + how).then(), ProblemType.UNAUTHENTICATED)
                .header("WWW-Authenticate", challenge);
    }

    @Test
    void says_that_a_right_is_missing() {
        problem(given().get("/v1/probe/fails/forbidden").then(), ProblemType.FORBIDDEN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"connection", "pool", "lock", "transient"})
    void says_when_the_database_is_out_of_reach(String how) {
        problem(given().get("/v1/probe/fails/" + how).then(), ProblemType.UNAVAILABLE)
                .header("Retry-After", matchesPattern("[0-9]+"));
    }

    @Test
    void explains_a_status_that_a_resource_answers_alone() {
        problem(given().get("/v1/probe/fails/bare-410").then(), ProblemType.ERASED);
    }

    @Test
    void lets_a_redirection_pass() {
        given().redirects()
                .follow(false)
                .get("/v1/probe/moved")
                .then()
                .statusCode(303)
                .header("Location", containsString("/v1/probe"));
    }

    @Test
    void answers_a_violated_unique_constraint_with_409() {
        given().contentType("application/json")
                .post("/v1/probe/rows/once")
                .then()
                .statusCode(204);

        problem(
                given().contentType("application/json")
                        .post("/v1/probe/rows/once")
                        .then(),
                ProblemType.CONFLICT);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "?limit=0        | limit",
                "?limit=201      | limit",
                "?limit=abc      | limit",
                "?limit=1.5      | limit",
                "?limit=99999999999 | limit",
                "?cursor=%21     | cursor",
                "?since=today    | since",
                "?q=A1           | q",
                "?day=TUESDAY    | day",
                "?count=x        | count",
            })
    void names_the_query_parameter_that_cannot_be_used(String query, String name) {
        problem(given().urlEncodingEnabled(false).get("/v1/probe" + query).then(), ProblemType.BAD_PARAMETER)
                .body(hasJson("errors.parameter", contains(name)))
                .body(hasJson("detail", startsWith(name + ": ")));
    }

    @Test
    void reads_a_constant_by_the_name_it_has_in_a_body() {
        given().get("/v1/probe?day=tuesday").then().statusCode(200);
    }

    @Test
    void names_the_header_that_cannot_be_used() {
        problem(given().header("X-Count", "7").get("/v1/probe").then(), ProblemType.BAD_PARAMETER)
                .body(hasJson("errors.parameter", contains("X-Count")));
        problem(given().header("X-Count", "x").get("/v1/probe").then(), ProblemType.BAD_PARAMETER);
    }

    @Test
    void finds_nothing_at_a_path_that_cannot_be_converted() {
        problem(given().get("/v1/probe/numbers/x").then(), ProblemType.NOT_FOUND);
        problem(given().get("/v1/probe/items/agent_01jd6v6x2fe8q9b8wm4zk3n5ta").then(), ProblemType.NOT_FOUND);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/csv", "image/png, text/html", "nonsense"})
    void says_when_no_representation_is_acceptable(String accept) {
        problem(given().header("Accept", accept).get("/v1/probe").then(), ProblemType.NOT_ACCEPTABLE);
    }

    @Test
    void lists_the_methods_that_an_address_takes() {
        problem(given().delete("/v1/probe/items/x").then(), ProblemType.METHOD_NOT_ALLOWED)
                .header("Allow", "GET, HEAD, OPTIONS, PUT");
        problem(given().get("/v1/probe/optional").then(), ProblemType.METHOD_NOT_ALLOWED)
                .header("Allow", "OPTIONS, POST");
        given().options("/v1/probe/items/x").then().statusCode(204).header("Allow", "GET, HEAD, OPTIONS, PUT");
        problem(given().options("/v1/nowhere").then(), ProblemType.NOT_FOUND);
    }

    @Test
    void answers_head_as_get_without_the_body() {
        given().head("/v1/probe").then().statusCode(200).body(emptyString());
        given().head("/v1/nowhere")
                .then()
                .statusCode(404)
                .contentType(ProblemBody.MEDIA_TYPE)
                .body(emptyString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/nowhere", "/v1/nowhere", "/q/nowhere", "/v1/probe/nowhere/else"})
    void finds_nothing_at_an_unknown_address(String path) {
        problem(given().get(path).then(), ProblemType.NOT_FOUND).body(hasJson("instance", equalTo(path)));
    }

    @Test
    void needs_a_precondition_for_a_change() {
        problem(json().body(utf8("{}")).put("/v1/probe/items/x").then(), ProblemType.PRECONDITION_REQUIRED);
        problem(json().header("If-Match", "\"1-old\"").put("/v1/probe/items/x").then(), ProblemType.STALE);
        problem(json().header("If-Match", "1-abc").put("/v1/probe/items/x").then(), ProblemType.BAD_PARAMETER);
        json().header("If-Match", "\"1-abc\"").put("/v1/probe/items/x").then().statusCode(200);
    }
}
