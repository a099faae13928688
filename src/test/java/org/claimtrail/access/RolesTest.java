package org.claimtrail.access;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.claimtrail.support.Newsroom.noSuch;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.claimtrail.audit.log.Published;
import org.claimtrail.shared.http.ProblemType;
import org.claimtrail.shared.id.Kind;
import org.claimtrail.support.Assessed;
import org.claimtrail.support.Member;
import org.claimtrail.support.Newsroom;
import org.claimtrail.support.Refusal;
import org.claimtrail.support.Routes;
import org.claimtrail.support.Routes.Route;
import org.claimtrail.support.Saved;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every route by every kind of caller. Whoever adds a route says here who may call it. */
@QuarkusTest
class RolesTest {

    private static final Map<String, Access> EXPECTED = expected();

    @Inject
    Newsroom newsroom;

    @Inject
    Published published;

    /** Who may call a route. */
    private enum Access {
        EVERYONE,
        READS_DRAFTS(Role.CONTRIBUTOR, Role.EDITOR, Role.AUDITOR, Role.ADMIN),
        WRITES(Role.CONTRIBUTOR, Role.EDITOR, Role.ADMIN),
        EDITS(Role.EDITOR, Role.ADMIN),
        READS_KEYS(Role.AUDITOR, Role.ADMIN),
        ADMINISTERS(Role.ADMIN);

        @SuppressWarnings("ImmutableEnumChecker")
        private final Set<Role> roles;

        Access(Role... roles) {
            this.roles = Set.of(roles);
        }

        boolean allows(Role role) {
            return this == EVERYONE || roles.contains(role);
        }
    }

    private static Map<String, Access> expected() {
        Map<String, Access> expected = new LinkedHashMap<>();
        for (String records : List.of("agents", "assessments", "claims", "rating-scales", "relations", "sources")) {
            Access writers = records.equals("rating-scales") ? Access.ADMINISTERS : Access.WRITES;
            String one = "/v1/" + records + "/{id}";
            expected.put("GET /v1/" + records, Access.EVERYONE);
            expected.put("GET " + one, Access.EVERYONE);
            expected.put("GET " + one + "/versions", Access.EVERYONE);
            expected.put("GET " + one + "/versions/{n}", Access.EVERYONE);
            expected.put("GET " + one + "/diff", Access.EVERYONE);
            expected.put("GET " + one + "/audit", Access.EVERYONE);
            expected.put("POST " + one + "/withhold", Access.EDITS);
            expected.put("POST " + one + "/release", Access.EDITS);
            expected.put("POST " + one + "/erase", Access.ADMINISTERS);
            expected.put("PUT " + one, writers);
            if (!records.equals("assessments")) {
                expected.put("POST /v1/" + records, writers);
            }
        }
        expected.put("GET /v1/claims/{id}/assessments", Access.EVERYONE);
        expected.put("GET /v1/claims/{id}/dossier", Access.EVERYONE);
        expected.put("GET /v1/claims/{id}/provenance", Access.EVERYONE);
        expected.put("GET /v1/corrections", Access.EVERYONE);
        expected.put("GET /v1/audit/events", Access.EVERYONE);
        for (String log :
                List.of("checkpoint", "tile/{path}", "proofs/{index}", "consistency", "keys", "bundles/{event}")) {
            expected.put("GET /v1/audit/" + log, Access.EVERYONE);
        }
        expected.put("POST /v1/audit/keys", Access.ADMINISTERS);
        expected.put("DELETE /v1/audit/keys/{id}", Access.ADMINISTERS);
        expected.put("GET /v1/audit/witness/keys", Access.EVERYONE);
        expected.put("POST /v1/audit/witness/add-checkpoint", Access.EVERYONE);
        expected.put("GET /v1/reviews", Access.READS_DRAFTS);
        expected.put("POST /v1/claims/{id}/assessments", Access.WRITES);
        expected.put("POST /v1/assessments/{id}/submit", Access.WRITES);
        for (String step : List.of("return", "approve", "publish", "retract", "void")) {
            expected.put("POST /v1/assessments/{id}/" + step, Access.EDITS);
        }
        for (String act : List.of("merge", "withdraw", "reopen")) {
            expected.put("POST /v1/claims/{id}/" + act, Access.EDITS);
        }
        expected.put("GET /v1/keys", Access.READS_KEYS);
        expected.put("GET /v1/keys/{id}", Access.READS_KEYS);
        expected.put("POST /v1/keys", Access.ADMINISTERS);
        expected.put("POST /v1/keys/{id}/rotate", Access.ADMINISTERS);
        expected.put("DELETE /v1/keys/{id}", Access.ADMINISTERS);
        return expected;
    }

    @Test
    void says_of_every_route_who_may_call_it() {
        List<String> routes = Routes.all().stream().map(Route::toString).toList();

        assertThat(routes).containsExactlyInAnyOrderElementsOf(EXPECTED.keySet());
    }

    @TestFactory
    List<DynamicTest> keeps_every_route_to_its_callers() {
        Map<String, String> records = records();
        List<DynamicTest> tests = new ArrayList<>();
        for (Route route : Routes.all()) {
            Access access = EXPECTED.getOrDefault(route.toString(), Access.ADMINISTERS);
            for (Role role : Role.values()) {
                tests.add(dynamicTest(
                        route + " as " + role.text(),
                        () -> check(route, newsroom.member(role), access.allows(role), records)));
            }
            tests.add(dynamicTest(route + " as nobody", () -> {
                Response answer = call(route, given().contentType("application/json"), records);
                if (access == Access.EVERYONE) {
                    assertAllowed(route, answer);
                } else {
                    assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer");
                    Refusal.of(answer, ProblemType.UNAUTHENTICATED);
                }
            }));
        }
        return tests;
    }

    @TestFactory
    List<DynamicTest> opens_nothing_to_a_key_that_does_not_stand() {
        Map<String, String> records = records();
        Member revoked = newsroom.newcomer(Role.ADMIN);
        newsroom.revoke(revoked);
        Member garbled = new Member("", "", Role.ADMIN, "", newsroom.admin().key() + "x");
        Map<String, Caller> callers = Map.of(
                "a revoked key", revoked::request,
                "another secret", garbled::request,
                "garbage", () -> given().header("Authorization", "Bearer garbage"),
                "no token", () -> given().header("Authorization", "Bearer "),
                "another scheme", () -> given().header("Authorization", "Basic YTpi"));
        List<DynamicTest> tests = new ArrayList<>();
        for (Route route : Routes.all()) {
            callers.forEach((name, caller) -> tests.add(dynamicTest(route + " with " + name, () -> {
                Response answer = call(route, caller.request().contentType("application/json"), records);

                assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer");
                Refusal.of(answer, ProblemType.UNAUTHENTICATED);
            })));
        }
        return tests;
    }

    private static void check(Route route, Member member, boolean allowed, Map<String, String> records) {
        Response answer = call(route, member.request(), records);
        if (allowed) {
            assertAllowed(route, answer);
        } else {
            Refusal.of(answer, ProblemType.FORBIDDEN);
        }
        if (route.method().equals("GET")) {
            int head = call(new Route("HEAD", route.path(), route.queries()), member.request(), records)
                    .statusCode();
            assertThat(head).isEqualTo(answer.statusCode());
        }
    }

    /** Reads are answered; changes get as far as their empty body, their missing If-Match or their unknown id. */
    private static void assertAllowed(Route route, Response answer) {
        if (route.method().equals("GET")) {
            assertThat(answer.statusCode()).isEqualTo(200);
        } else {
            // A key for the log is made of nothing, so this one gets all the way.
            assertThat(answer.statusCode())
                    .isIn(route.toString().equals("POST /v1/audit/keys") ? List.of(201) : List.of(404, 422, 428));
        }
    }

    private static Response call(Route route, RequestSpecification request, Map<String, String> records) {
        String collection = route.path().split("/", -1)[2];
        boolean reads = route.method().equals("GET") || route.method().equals("HEAD");
        if (route.path().endsWith("/diff")) {
            request.queryParam("from", 1).queryParam("to", 1);
        }
        if (route.method().equals("PUT") || route.method().equals("POST")) {
            request.body("{}");
        }
        String known = records.getOrDefault(collection, "");
        String id = reads || !collection.equals("keys") ? known : noSuch(Kind.KEY);
        String path = route.path()
                .replace("{id}", route.path().startsWith("/v1/audit/") ? noSuch(Kind.KEY) : id)
                .replace("{n}", "1");
        return request.request(route.method(), Routes.inLog(path, records.getOrDefault("event", "")));
    }

    /** One record of each kind, the assessment published. */
    private Map<String, String> records() {
        Assessed assessment = newsroom.anAssessment().published();
        Saved other = newsroom.aClaim().saved();
        String relation = newsroom.contributor()
                .request()
                .body(Map.of(
                        "from",
                        other.id(),
                        "type",
                        "repeats",
                        "to",
                        assessment.claim().id()))
                .post("/v1/relations")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        String event = given().get(other.path()).header("Audit-Event");
        published.await(event, Duration.ofSeconds(10));
        return Map.of(
                "event", event,
                "agents", newsroom.desk().id(),
                "assessments", assessment.id(),
                "claims", other.id(),
                "keys", newsroom.contributor().keyId(),
                "rating-scales", newsroom.standardScale().id(),
                "relations", relation,
                "sources", newsroom.standardSource().id());
    }

    /** Makes a fresh request of one caller. */
    private interface Caller {
        RequestSpecification request();
    }
}
