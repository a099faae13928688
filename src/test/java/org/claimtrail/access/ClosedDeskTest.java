package org.claimtrail.access;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.claimtrail.support.Json.hasJson;
import static org.claimtrail.support.Newsroom.unique;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.claimtrail.audit.log.Published;
import org.claimtrail.shared.http.ProblemType;
import org.claimtrail.support.Assessed;
import org.claimtrail.support.Json;
import org.claimtrail.support.Member;
import org.claimtrail.support.Newsroom;
import org.claimtrail.support.Refusal;
import org.claimtrail.support.Routes;
import org.claimtrail.support.Routes.Route;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

@QuarkusTest
@TestProfile(ClosedDesk.class)
class ClosedDeskTest {

    @Inject
    Newsroom newsroom;

    @Inject
    Published published;

    @TestFactory
    Stream<DynamicTest> reads_nothing_to_the_public() {
        Assessed assessment = newsroom.anAssessment().published();
        return reads(assessment)
                .map(target -> DynamicTest.dynamicTest(target, () -> {
                    Refusal.of(given().get(target), ProblemType.UNAUTHENTICATED);
                    assertThat(given().head(target).statusCode()).isEqualTo(401);
                }));
    }

    @TestFactory
    Stream<DynamicTest> lets_no_shared_cache_keep_an_answer() {
        Assessed assessment = newsroom.anAssessment().published();
        return reads(assessment)
                .map(target -> DynamicTest.dynamicTest(target, () -> {
                    Response answer = newsroom.auditor().request().get(target);

                    answer.then().statusCode(200);
                    assertThat(answer.header("Cache-Control"))
                            .contains("private")
                            .doesNotContain("public");
                    assertThat(answer.header("Vary")).containsIgnoringCase("Authorization");
                }));
    }

    @Test
    void reads_to_every_role() {
        Assessed assessment = newsroom.anAssessment().published();

        for (Role role : Role.values()) {
            newsroom.member(role).request().get(assessment.path()).then().statusCode(200);
            newsroom.member(role).request().get("/v1/claims").then().statusCode(200);
        }
    }

    @Test
    void keeps_its_documentation_open() {
        given().get("/q/openapi").then().statusCode(200);
        given().get("/problems/not-found").then().statusCode(200);
    }

    @Test
    void approves_by_its_author_and_says_so() {
        Member alone = newsroom.newcomer(Role.EDITOR);
        Assessed assessment = newsroom.anAssessment().writtenBy(alone).submitted();

        assessment.step("approve", alone).then().statusCode(200);

        assertThat(reasons(assessment, "assessment.approved")).containsExactly("four_eyes_off");
    }

    @Test
    void says_nothing_special_when_somebody_else_approves() {
        Assessed assessment = newsroom.anAssessment()
                .writtenBy(newsroom.newcomer(Role.EDITOR))
                .approved();

        assertThat(reasons(assessment, "assessment.approved")).containsExactly("none");
    }

    @Test
    void retracts_by_its_author() {
        Member alone = newsroom.newcomer(Role.EDITOR);
        Assessed assessment = newsroom.anAssessment().writtenBy(alone).submitted();
        assessment.step("approve", alone).then().statusCode(200);
        assessment.step("publish", alone).then().statusCode(200);

        assessment.step("retract", alone).then().statusCode(200);

        assertThat(assessment.state()).isEqualTo("retracted");
    }

    @Test
    void lists_what_they_wrote_themselves_among_what_waits_for_editors() {
        Member alone = newsroom.newcomer(Role.EDITOR);
        Assessed assessment = newsroom.anAssessment().writtenBy(alone).submitted();

        alone.request()
                .queryParam("limit", 200)
                .get("/v1/reviews")
                .then()
                .body(hasJson("items.assessment.id", hasItem(assessment.id())));
    }

    @Test
    void keeps_the_last_administrators_key() {
        Member last = newsroom.newcomer(Role.ADMIN);
        for (String other : otherAdmins(last)) {
            last.request().delete("/v1/keys/" + other).then().statusCode(204);
        }
        // One that expires does not count.
        last.request()
                .body(Map.of("holder", unique("Interim"), "role", "admin", "expiresAt", "2099-01-01T00:00:00Z"))
                .post("/v1/keys")
                .then()
                .statusCode(201);

        Response refused = last.request().delete("/v1/keys/" + last.keyId());

        Refusal.of(refused, ProblemType.WRONG_STATE)
                .body(hasJson(
                        "detail",
                        equalTo("This is the last administrator's key. Make another one before you revoke it.")));
        Member next = newsroom.newcomer(Role.ADMIN);
        last.request().delete("/v1/keys/" + last.keyId()).then().statusCode(204);
        next.request().get("/v1/keys").then().statusCode(200).body(hasJson("items.id", hasItem(next.keyId())));
        Refusal.of(last.request().get("/v1/keys"), ProblemType.UNAUTHENTICATED);
        newsroom.forget(Role.ADMIN);
    }

    private static List<String> otherAdmins(Member me) {
        return me.request()
                .queryParam("limit", 200)
                .get("/v1/keys")
                .jsonPath()
                .getList("items.findAll { it.role == 'admin' && it.revokedAt == null && it.id != '" + me.keyId()
                        + "' }.id");
    }

    private List<String> reasons(Assessed assessment, String type) {
        return newsroom.auditor()
                .request()
                .queryParam("subject", assessment.id())
                .queryParam("type", type)
                .get("/v1/audit/events")
                .as(Json.class)
                .at("items.reason");
    }

    /** A target for every read, of records that are there. */
    private Stream<String> reads(Assessed assessment) {
        List<String> targets = new ArrayList<>();
        String event = newsroom.auditor().request().get(assessment.path()).header("Audit-Event");
        published.await(event, Duration.ofSeconds(10));
        String comment = assessment.comment(newsroom.editor(), Map.of("text", "something"));
        for (Route route : Routes.all()) {
            String id =
                    switch (route.path().split("/", -1)[2]) {
                        case "assessments" -> assessment.id();
                        case "claims" -> assessment.claim().id();
                        case "agents" -> newsroom.desk().id();
                        case "sources" -> newsroom.standardSource().id();
                        case "rating-scales" -> newsroom.standardScale().id();
                        case "keys" -> newsroom.contributor().keyId();
                        default -> "";
                    };
            boolean known = !route.path().contains("{id}") || !id.isEmpty();
            if (route.method().equals("GET") && known) {
                String path =
                        route.path().replace("{id}", id).replace("{n}", "1").replace("{comment}", comment);
                targets.add(path.endsWith("/diff") ? path + "?from=1&to=1" : Routes.inLog(path, event));
            }
        }
        return targets.stream();
    }
}
