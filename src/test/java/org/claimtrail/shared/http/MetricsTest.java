package org.claimtrail.shared.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.claimtrail.shared.id.Kind;
import org.claimtrail.support.Newsroom;
import org.junit.jupiter.api.Test;

/** What a collector of metrics reads, and what it must never be able to read. */
@QuarkusTest
class MetricsTest {

    @Inject
    Newsroom newsroom;

    @Test
    void tells_the_state_of_the_log() {
        recordAnAgent();

        List<String> lines = scrape().lines().toList();

        for (String name : List.of(
                "claimtrail_log_pending",
                "claimtrail_log_published_size",
                "claimtrail_log_checkpoint_age_seconds",
                "claimtrail_log_sequencing_lag_seconds",
                "claimtrail_log_halted")) {
            assertThat(lines).as(name).anyMatch(line -> line.matches(name + " ([0-9.E+-]+|NaN)"));
        }
        assertThat(lines).contains("claimtrail_log_halted 0.0");
        assertThat(lines).anyMatch(line -> line.startsWith("agroal_active_count"));
    }

    @Test
    void counts_events_by_type_and_refusals_by_problem() {
        recordAnAgent();
        given().get("/v1/agents/" + Newsroom.noSuch(Kind.AGENT)).then().statusCode(404);

        String metrics = scrape();

        assertThat(metrics).containsPattern("claimtrail_audit_events_total\\{type=\"agent\\.created\"\\} [1-9]");
        assertThat(metrics).containsPattern("claimtrail_http_refused_total\\{problem=\"not-found\"\\} [1-9]");
    }

    @Test
    void names_routes_and_never_addresses() {
        String id = Newsroom.noSuch(Kind.AGENT);
        String word = Newsroom.unique("secretword");
        given().get("/v1/agents/" + id).then().statusCode(404);
        given().put("/v1/agents/" + id).then().statusCode(401);
        given().contentType("text/plain")
                .body("x")
                .post("/v1/agents/" + id + "/erase")
                .then()
                .statusCode(415);
        given().delete("/v1/agents/" + id).then().statusCode(405);
        given().accept("image/png").get("/v1/agents/" + id);
        given().get("/" + word).then().statusCode(404);
        given().header("Host", "a b").get("/v1/" + word).then().statusCode(400);
        given().get("/v1/claims?q=" + word).then().statusCode(200);
        given().get("/verify.mjs").then().statusCode(200);

        String metrics = scrape();

        assertThat(metrics).contains("uri=\"/v1/agents/{id}\"").contains("uri=\"/v1/claims\"");
        assertThat(metrics).doesNotContain(id).doesNotContain(word).doesNotContain("agent_0");
    }

    private void recordAnAgent() {
        newsroom.contributor()
                .request()
                .body(Map.of("type", "Person", "name", "Somebody"))
                .post("/v1/agents")
                .then()
                .statusCode(201);
    }

    private static String scrape() {
        return given().get("/q/metrics").then().statusCode(200).extract().asString();
    }
}
