package org.claimtrail.audit;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.Map;
import org.claimtrail.shared.id.Kind;
import org.claimtrail.shared.id.TypeId;
import org.claimtrail.support.Newsroom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code Audit-Event} on reads of a node that writes, which has all that there is. */
@QuarkusTest
class AfterEventTest {

    @Inject
    Newsroom newsroom;

    @Test
    void a_read_after_an_own_write_is_answered() {
        Response written = newsroom.editor()
                .request()
                .body(Map.of("type", "Person", "name", "Nora"))
                .post("/v1/agents");
        String event = written.then().statusCode(201).extract().header("Audit-Event");
        String path = "/v1/agents/" + written.path("id");

        for (int i = 0; i < 3; i++) { // the later ones from memory
            named(event).get(path).then().statusCode(200).body("name", equalTo("Nora"));
        }
        named(event).head(path).then().statusCode(200);
    }

    @Test
    void an_event_that_is_not_there_is_nowhere() {
        String event = TypeId.next(Kind.EVENT).toString();

        named(event)
                .get("/v1/claims")
                .then()
                .statusCode(400)
                .body("type", equalTo("/problems/bad-parameter"))
                .body("detail", equalTo("Audit-Event: there is no event " + event + "."));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "event_",
                "event_1",
                "claim_01k98n0b00e5ev27be852nn2n4",
                "EVENT_01K98N0B00E5EV27BE852NN2N4",
                "event_01k98n0b00e5ev27be852nn2n4, event_01k98n0b00e5ev27be852nn2n5"
            })
    void what_is_no_id_of_an_event_is_refused(String text) {
        named(text).get("/v1/claims").then().statusCode(400).body("errors[0].parameter", equalTo("Audit-Event"));
    }

    @Test
    void two_of_them_are_refused() {
        String event = TypeId.next(Kind.EVENT).toString();

        named(event).header("Audit-Event", event).get("/v1/claims").then().statusCode(400);
    }

    @Test
    void nothing_else_takes_it() {
        newsroom.editor()
                .request()
                .header("Audit-Event", "nonsense")
                .body(Map.of("type", "Person", "name", "Nora"))
                .post("/v1/agents")
                .then()
                .statusCode(201);
        named("nonsense").get("/problems").then().statusCode(200);
    }

    private static RequestSpecification named(String event) {
        return given().accept("application/json").header("Audit-Event", event);
    }
}
