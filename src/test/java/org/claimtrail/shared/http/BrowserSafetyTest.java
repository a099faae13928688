package org.claimtrail.shared.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class BrowserSafetyTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/claims",
                "/v1/nothing",
                "/problems",
                "/problems/not-found",
                "/verify.mjs",
                "/q/openapi",
                "/x"
            })
    void lets_a_browser_do_nothing_with_an_answer(String path) {
        given().accept("*/*")
                .get(path)
                .then()
                .header("Content-Security-Policy", containsString("default-src 'none'"))
                .header("Content-Security-Policy", containsString("frame-ancestors 'none'"))
                .header("X-Frame-Options", "DENY")
                .header("X-Content-Type-Options", "nosniff")
                .header("Referrer-Policy", "no-referrer")
                .header("Cross-Origin-Resource-Policy", "same-origin")
                .header("Strict-Transport-Security", nullValue());
    }

    @Test
    void names_no_site_that_may_read_from_elsewhere() {
        given().header("Origin", "https://other.example")
                .get("/v1/claims")
                .then()
                .header("Access-Control-Allow-Origin", nullValue());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/q/metrics", "/q/health", "/q/health/ready", "/q/./metrics", "/q//metrics", "/q/%6detrics"})
    void hides_what_is_for_operators_from_whom_a_proxy_asks_for(String path) {
        given().urlEncodingEnabled(false)
                .header("X-Forwarded-For", "203.0.113.7")
                .get(path)
                .then()
                .statusCode(404)
                .contentType("application/problem+json");
    }

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1, true",
        "::1, true",
        "10.1.2.3, true",
        "172.16.0.1, true",
        "192.168.1.1, true",
        "fd12::1, true",
        "fe80::1, true",
        "203.0.113.7, false",
        "172.32.0.1, false",
        "2001:db8::1, false"
    })
    void knows_private_networks(String address, boolean isPrivate) {
        assertThat(Operators.isPrivate(address)).isEqualTo(isPrivate);
    }
}
