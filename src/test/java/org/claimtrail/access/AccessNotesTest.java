package org.claimtrail.access;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.claimtrail.support.Json.hasJson;
import static org.hamcrest.Matchers.empty;

import io.micrometer.core.instrument.Metrics;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.claimtrail.support.Json;
import org.claimtrail.support.Member;
import org.claimtrail.support.Newsroom;
import org.junit.jupiter.api.Test;

/** Refused acts and copies of the events stand in the log, once, and for auditors. */
@QuarkusTest
class AccessNotesTest {

    private static final long PATIENCE = Duration.ofSeconds(30).toNanos();

    @Inject
    Newsroom newsroom;

    @Test
    void a_refused_act_is_an_event_with_route_and_key_and_no_id_that_was_asked_after() {
        Member member = newsroom.newcomer(Role.CONTRIBUTOR);

        member.request().get("/v1/keys/" + member.keyId()).then().statusCode(403);

        Map<String, Object> event = await(member, 1).get(0);
        assertThat(event.get("type")).isEqualTo("access.refused");
        assertThat(bundled(event)).isEqualTo(Map.of("key", member.keyId(), "method", "GET", "route", "/v1/keys/{id}"));
        newsroom.editor()
                .request()
                .get("/v1/audit/events?actor=" + member.pseudonym())
                .then()
                .body(hasJson("items", empty()));
    }

    @Test
    void the_same_refusal_again_is_no_further_event_and_another_one_is() {
        Member member = newsroom.newcomer(Role.AUDITOR);

        for (int i = 0; i < 20; i++) {
            member.request().body(Map.of("name", "x")).post("/v1/desks").then().statusCode(403);
        }
        member.request()
                .body(Map.of("type", "Person", "name", "x"))
                .post("/v1/agents")
                .then()
                .statusCode(403);

        assertThat(await(member, 2)).hasSize(2);
    }

    @Test
    void a_copy_of_the_events_is_an_event() {
        Member member = newsroom.newcomer(Role.EDITOR);

        member.request().accept("text/csv").get("/v1/audit/events").then().statusCode(200);
        member.request().accept("text/csv").get("/v1/audit/events").then().statusCode(200);
        member.request().get("/v1/keys").then().statusCode(403); // stands behind them, so they were written

        assertThat(await(member, 2))
                .extracting(event -> event.get("type"))
                .containsExactly("audit.exported", "access.refused");
    }

    @Test
    void a_wrong_credential_is_counted() {
        double before = Metrics.counter("claimtrail.authentication.failed").count();

        given().header("Authorization", "Bearer clt_nobody")
                .get("/v1/claims")
                .then()
                .statusCode(401);

        assertThat(Metrics.counter("claimtrail.authentication.failed").count()).isGreaterThan(before);
    }

    private List<Map<String, Object>> await(Member member, int count) {
        long end = System.nanoTime() + PATIENCE;
        List<Map<String, Object>> found = List.of();
        while (found.size() < count && System.nanoTime() < end) {
            found = newsroom.auditor()
                    .request()
                    .get("/v1/audit/events?actor=" + member.pseudonym())
                    .as(Json.class)
                    .at("items");
        }
        return found;
    }

    /** What the event commits to, once a checkpoint covers it. */
    private Map<String, Object> bundled(Map<String, Object> event) {
        long end = System.nanoTime() + PATIENCE;
        io.restassured.response.Response bundle;
        do {
            bundle = newsroom.auditor().request().get("/v1/audit/bundles/" + event.get("id"));
        } while (bundle.statusCode() != 200 && System.nanoTime() < end);
        return io.restassured.path.json.JsonPath.from(bundle.as(Json.class).<String>at("content"))
                .getMap("");
    }
}
