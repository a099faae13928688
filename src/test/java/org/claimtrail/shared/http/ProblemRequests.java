package org.claimtrail.shared.http;

import static io.restassured.RestAssured.given;
import static org.claimtrail.support.Json.hasJson;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;

/** Requests as a client would write them, and what each problem document must have. */
final class ProblemRequests {

    private ProblemRequests() {}

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static RequestSpecification json() {
        return raw("application/json");
    }

    /** With the Content-Type as given: RestAssured would complete it and guess encodings from it. */
    static RequestSpecification raw(String contentType) {
        EncoderConfig asGiven = EncoderConfig.encoderConfig()
                .appendDefaultContentCharsetToContentTypeIfUndefined(false)
                .encodeContentTypeAs(contentType, io.restassured.http.ContentType.BINARY);
        return given().config(RestAssured.config().encoderConfig(asGiven)).header("Content-Type", contentType);
    }

    static ValidatableResponse problem(ValidatableResponse response, ProblemType type) {
        return response.statusCode(type.status())
                .contentType(ProblemBody.MEDIA_TYPE)
                .header("X-Request-Id", notNullValue())
                .header("X-Content-Type-Options", "nosniff")
                .body(hasJson("type", equalTo("/problems/" + type.slug())))
                .body(hasJson("title", equalTo(type.title())))
                .body(hasJson("status", equalTo(type.status())))
                .body(hasJson("detail", allOf(notNullValue(), not(containsString("secret")))))
                .body(hasJson("", hasKey("instance")));
    }
}
