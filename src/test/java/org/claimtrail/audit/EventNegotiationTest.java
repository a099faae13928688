package org.claimtrail.audit;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The list of events comes as JSON, or as CSV to who would rather have that. */
@QuarkusTest
class EventNegotiationTest {

    @ParameterizedTest
    @CsvSource({
        "'', application/json",
        "*/*, application/json",
        "text/csv, text/csv",
        "'application/json, text/csv;q=0.5', application/json",
        "'text/csv, application/json;q=0.5', text/csv"
    })
    void gives_what_is_asked_for(String accept, String type) {
        given().header("Accept", accept)
                .get("/v1/audit/events")
                .then()
                .statusCode(200)
                .contentType(startsWith(type));
    }
}
