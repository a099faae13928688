package org.claimtrail.shared.http;

import static org.claimtrail.shared.http.ProblemRequests.json;
import static org.claimtrail.shared.http.ProblemRequests.problem;
import static org.claimtrail.shared.http.ProblemRequests.raw;
import static org.claimtrail.shared.http.ProblemRequests.utf8;
import static org.claimtrail.support.Json.hasJson;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class JsonBodiesTest {

    private static final String NOTE = "{\"text\":\"a\",\"count\":1}";

    @Test
    void points_into_the_body_for_each_violated_constraint() {
        String note = """
                {"text":" ","count":10,"parts":[{"exact":"ok"},{"exact":""}],"tags":["", "b"],
                 "label":{"en":" ","long":"x"},"named":{"a/b":{"exact":null}}}
                """;

        problem(post(note), ProblemType.INVALID)
                .body(hasJson(
                        "errors.pointer",
                        contains(
                                "/count",
                                "/label/en",
                                "/label/long",
                                "/named/a~1b/exact",
                                "/parts/1/exact",
                                "/tags/0",
                                "/text")))
                .body(hasJson(
                        "errors.code",
                        contains("max", "not_blank", "size", "not_blank", "not_blank", "not_blank", "not_blank")))
                .body(hasJson("errors[0].message", equalTo("must be less than or equal to 9")))
                .body(hasJson("detail", containsString("/count")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''                                       | MALFORMED_JSON",
                "{                                        | MALFORMED_JSON",
                "{\"text\":\"a\",\"text\":\"b\"}          | MALFORMED_JSON",
                "{\"text\":\"a\",\"count\":1} {}          | MALFORMED_JSON",
                "{\"text\":\"a\",\"count\":1,\"x\":1}    | UNKNOWN_PROPERTY",
                "{\"text\":\"a\",\"count\":\"1\"}         | WRONG_TYPE",
                "{\"text\":5,\"count\":1}                 | WRONG_TYPE",
                "null                                     | WRONG_TYPE",
                "[]                                       | WRONG_TYPE",
                "{\"text\":\"\\u0000\",\"count\":1}       | INVALID",
                "{\"text\":\"\\ud800\",\"count\":1}       | INVALID",
                "{\"\\ud800\":\"a\",\"count\":1}          | INVALID",
                "{\"text\":\"a\",\"count\":1e999999}      | INVALID",
            })
    void reads_bodies_strictly(String body, ProblemType type) {
        problem(post(body), type);
    }

    @Test
    void refuses_a_body_that_is_not_utf_8() {
        problem(
                json().body(NOTE.replace("a\"", "\u00e4\"").getBytes(StandardCharsets.ISO_8859_1))
                        .post("/v1/probe")
                        .then(),
                ProblemType.MALFORMED_JSON);
    }

    @Test
    void points_at_a_text_longer_than_64_KiB() {
        problem(post(NOTE.replace("\"a\"", "\"" + "a".repeat(65_537) + "\"")), ProblemType.INVALID)
                .body(hasJson("errors.pointer", contains("/text")))
                .body(hasJson("errors.code", contains("too_long")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"application/json", "application/json;charset=utf-8", "application/json; charset=\"UTF-8\""})
    void takes_json_by_each_of_its_names(String contentType) {
        raw(contentType).body(utf8(NOTE)).post("/v1/probe").then().statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/plain",
                "application/xml",
                "application/x-www-form-urlencoded",
                "multipart/form-data; boundary=x",
                "application/json;charset=iso-8859-1",
                "nonsense",
                "application/"
            })
    void refuses_other_media_types(String contentType) {
        problem(raw(contentType).body(utf8(NOTE)).post("/v1/probe").then(), ProblemType.UNSUPPORTED_MEDIA_TYPE);
    }

    @Test
    void refuses_a_compressed_body() {
        problem(
                        json().header("Content-Encoding", "gzip")
                                .body(utf8(NOTE))
                                .post("/v1/probe")
                                .then(),
                        ProblemType.UNSUPPORTED_MEDIA_TYPE)
                .header("Accept-Encoding", "identity");
    }

    @Test
    void takes_a_body_that_may_be_missing() {
        json().post("/v1/probe/optional").then().statusCode(200).body(hasJson("present", equalTo(false)));
        json().body(utf8("{\"exact\":\"a\"}"))
                .post("/v1/probe/optional")
                .then()
                .statusCode(200)
                .body(hasJson("present", equalTo(true)));
        problem(json().body(utf8("{\"exact\":5}")).post("/v1/probe/optional").then(), ProblemType.WRONG_TYPE);
    }

    private static ValidatableResponse post(String body) {
        return json().body(utf8(body)).post("/v1/probe").then();
    }
}
