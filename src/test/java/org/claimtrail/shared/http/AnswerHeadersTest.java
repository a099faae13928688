package org.claimtrail.shared.http;

import static io.restassured.RestAssured.given;
import static org.claimtrail.support.Json.hasJson;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class AnswerHeadersTest {

    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

    @Test
    void echoes_a_sane_request_id_and_logs_under_it() {
        given().header("X-Request-Id", "desk-7_a.b")
                .get("/v1/probe/mdc")
                .then()
                .header("X-Request-Id", "desk-7_a.b")
                .body(hasJson("requestId", equalTo("desk-7_a.b")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a b", "<script>", "ä", "", "12345678901234567890123456789012345678901234567890123456789012345"})
    void makes_a_request_id_in_place_of_one_that_is_not_sane(String id) {
        given().header("X-Request-Id", id)
                .get("/v1/probe/mdc")
                .then()
                .header("X-Request-Id", matchesPattern("[0-9a-f-]{36}"));
    }

    @ParameterizedTest
    @CsvSource({
        "00-" + TRACE + "-00f067aa0ba902b7-01, " + TRACE,
        "01-" + TRACE + "-00f067aa0ba902b7-01-more, " + TRACE,
        "00-" + TRACE + "-00f067aa0ba902b7-01-more, null",
        "00-" + TRACE + "-0000000000000000-01, null",
        "00-00000000000000000000000000000000-00f067aa0ba902b7-01, null",
        "ff-" + TRACE + "-00f067aa0ba902b7-01, null",
        "00-4BF92F3577B34DA6A3CE929D0E0E4736-00f067aa0ba902b7-01, null",
        "nonsense, null"
    })
    void logs_the_trace_that_a_caller_names(String traceparent, String traceId) {
        given().header("traceparent", traceparent)
                .get("/v1/probe/mdc")
                .then()
                .body(hasJson("traceId", equalTo(traceId)));
    }

    @Test
    void lets_a_client_keep_a_public_answer_but_ask_again() {
        given().get("/v1/probe")
                .then()
                .header("Cache-Control", "no-cache")
                .header("Vary", "Authorization")
                .header("X-Content-Type-Options", "nosniff");
    }

    @Test
    void lets_nobody_keep_what_was_served_to_a_credential() {
        given().header("Authorization", "Bearer x")
                .get("/v1/probe")
                .then()
                .header("Cache-Control", "private, no-store")
                .header("Vary", "Authorization");
    }

    @Test
    void leaves_what_a_resource_says_about_caching() {
        given().get("/v1/probe/public")
                .then()
                .header("Cache-Control", "public, max-age=31536000, immutable")
                .header("Vary", "Accept, Authorization");
    }

    @Test
    void says_nothing_about_caching_outside_the_api() {
        given().get("/problems").then().header("Cache-Control", nullValue()).header("Vary", nullValue());
    }

    @Test
    void applies_to_refusals_as_well() {
        given().get("/v1/nowhere").then().header("Cache-Control", "no-cache").header("Vary", "Authorization");
    }

    @Test
    void links_to_the_next_page_with_the_query_kept() {
        given().urlEncodingEnabled(false)
                .get("/v1/probe/linked?q=a%26b&cursor=old&limit=5")
                .then()
                .header("Link", "</v1/probe/linked?q=a%26b&limit=5&cursor=next>; rel=\"next\"")
                .body(hasJson("items", contains("a")))
                .body(hasJson("next", equalTo("next")));
        given().get("/v1/probe/linked").then().header("Link", "</v1/probe/linked?cursor=next>; rel=\"next\"");
    }
}
