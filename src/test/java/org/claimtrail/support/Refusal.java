package org.claimtrail.support;

import static org.claimtrail.support.Json.hasJson;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import org.claimtrail.shared.http.ProblemType;

/** What a refused request is answered with. */
public final class Refusal {

    private Refusal() {}

    /** Asserts a problem document of this type, and gives it for further questions. */
    public static ValidatableResponse of(Response response, ProblemType type) {
        return response.then()
                .statusCode(type.status())
                .contentType("application/problem+json")
                .body(hasJson("type", equalTo(type.uri())))
                .body(hasJson("status", equalTo(type.status())));
    }
}
