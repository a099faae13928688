package org.claimtrail.access;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.claimtrail.access.Cast.Caller;
import org.claimtrail.access.Cast.Target;
import org.claimtrail.audit.log.Published;
import org.claimtrail.shared.http.ProblemType;
import org.claimtrail.support.Member;
import org.claimtrail.support.Newsroom;
import org.claimtrail.support.Refusal;
import org.claimtrail.support.Routes;
import org.claimtrail.support.Routes.Route;
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

    /** Who may call a route, and what a request that is let through is refused for then; OK is {@link #passed}. */
    private enum Access {
        EVERYONE,
        READS_DRAFTS,
        /** What is for those alone who work on the record; to others there is no such record, published or not. */
        WORKS_ON_IT,
        WRITES,
        EDITS,
        READS_KEYS,
        ADMINISTERS;

        private static final int OK = 0;

        /**
         * By caller, in the order of {@link Caller}: nobody; of the desk a contributor, an editor, and an editor's key on
         * a contributor; of another desk a contributor and an editor; of no desk the same; auditor; admin.
         */
        int[] answers(Target target) {
            boolean draft = target == Target.DESK_DRAFT;
            boolean ofDesk = draft || target == Target.DESK_PUBLISHED;
            return switch (this) {
                case EVERYONE ->
                    switch (target) {
                        case DESK_DRAFT -> new int[] {404, OK, OK, OK, 404, 404, 404, 404, OK, OK};
                        case FREE_DRAFT -> new int[] {404, OK, OK, OK, OK, OK, OK, OK, OK, OK};
                        default -> new int[] {OK, OK, OK, OK, OK, OK, OK, OK, OK, OK};
                    };
                case WRITES ->
                    draft
                            ? new int[] {401, OK, OK, OK, 404, 404, 404, 404, 403, OK}
                            : ofDesk
                                    ? new int[] {401, OK, OK, OK, 403, 403, 403, 403, 403, OK}
                                    : new int[] {401, OK, OK, OK, OK, OK, OK, OK, 403, OK};
                case EDITS ->
                    draft
                            ? new int[] {401, 403, OK, 403, 403, 404, 403, 404, 403, OK}
                            : ofDesk
                                    ? new int[] {401, 403, OK, 403, 403, 403, 403, 403, 403, OK}
                                    : new int[] {401, 403, OK, OK, 403, OK, 403, OK, 403, OK};
                case WORKS_ON_IT ->
                    ofDesk
                            ? new int[] {401, OK, OK, OK, 404, 404, 404, 404, OK, OK}
                            : new int[] {401, OK, OK, OK, OK, OK, OK, OK, OK, OK};
                case READS_DRAFTS -> new int[] {401, OK, OK, OK, OK, OK, OK, OK, OK, OK};
                case READS_KEYS -> new int[] {401, 403, 403, 403, 403, 403, 403, 403, OK, OK};
                case ADMINISTERS -> new int[] {401, 403, 403, 403, 403, 403, 403, 403, 403, OK};
            };
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
        expected.put("GET /v1/search/claims", Access.EVERYONE);
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
        expected.put("PUT /v1/assessments/{id}/review", Access.WRITES);
        String comments = "/v1/assessments/{id}/comments";
        expected.put("GET " + comments, Access.WORKS_ON_IT);
        expected.put("POST " + comments, Access.WRITES);
        for (String read : List.of("", "/versions", "/versions/{n}")) {
            expected.put("GET " + comments + "/{comment}" + read, Access.WORKS_ON_IT);
        }
        expected.put("PUT " + comments + "/{comment}", Access.WRITES);
        expected.put("POST " + comments + "/{comment}/erase", Access.ADMINISTERS);
        for (String step : List.of("return", "approve", "publish", "unschedule", "retract", "void")) {
            expected.put("POST /v1/assessments/{id}/" + step, Access.EDITS);
        }
        for (String act : List.of("merge", "withdraw", "reopen")) {
            expected.put("POST /v1/claims/{id}/" + act, Access.EDITS);
        }
        expected.put("POST /v1/claims/{id}/transfer", Access.EDITS);
        expected.put("POST /v1/assessments/{id}/transfer", Access.EDITS);
        for (String read : List.of("", "/{id}", "/{id}/members")) {
            expected.put("GET /v1/desks" + read, Access.READS_DRAFTS);
        }
        expected.put("POST /v1/desks", Access.ADMINISTERS);
        expected.put("POST /v1/desks/{id}/close", Access.ADMINISTERS);
        expected.put("PUT /v1/desks/{id}/members/{pseudonym}", Access.ADMINISTERS);
        expected.put("DELETE /v1/desks/{id}/members/{pseudonym}", Access.ADMINISTERS);
        expected.put("GET /v1/keys", Access.READS_KEYS);
        expected.put("GET /v1/keys/{id}", Access.READS_KEYS);
        expected.put("POST /v1/keys", Access.ADMINISTERS);
        expected.put("POST /v1/keys/{id}/rotate", Access.ADMINISTERS);
        expected.put("DELETE /v1/keys/{id}", Access.ADMINISTERS);
        expected.put("GET /v1/imports", Access.READS_KEYS);
        expected.put("GET /v1/imports/{id}", Access.READS_KEYS);
        expected.put("POST /v1/imports", Access.ADMINISTERS);
        expected.put("POST /v1/imports/{id}/records", Access.ADMINISTERS);
        return expected;
    }

    @Test
    void says_of_every_route_who_may_call_it() {
        List<String> routes = Routes.all().stream().map(Route::toString).toList();

        assertThat(routes).containsExactlyInAnyOrderElementsOf(EXPECTED.keySet());
    }

    /** The table in docs/authorization.md is this one, and each of its cells is a request here. */
    @TestFactory
    List<DynamicTest> keeps_every_route_to_its_callers() {
        Cast cast = new Cast(newsroom, published);
        List<DynamicTest> tests = new ArrayList<>();
        List<Caller> callers = List.of(Caller.values());
        for (Route route : Routes.all()) {
            for (Target target : targets(route.path())) {
                int[] answers = EXPECTED.getOrDefault(route.toString(), Access.ADMINISTERS)
                        .answers(target(route, target));
                for (int i = 0; i < answers.length; i++) {
                    Caller caller = callers.get(i);
                    int status = answers[i] == Access.OK ? passed(route) : answers[i];
                    tests.add(dynamicTest(
                            route + " " + target.text + " as " + caller.text,
                            () -> check(cast, route, target, caller, status)));
                }
            }
        }
        return tests;
    }

    @Test
    void is_what_the_documentation_says() throws IOException {
        String table = AuthorizationPage.of(RolesTest::row);
        if (Boolean.getBoolean("claimtrail.authorization.record")) {
            Files.writeString(AuthorizationPage.FILE, table);
        }

        assertThat(Files.readString(AuthorizationPage.FILE))
                .as("record it again with -Dclaimtrail.authorization.record=true")
                .isEqualTo(table);
    }

    /** The cells of a route and what it is asked about. */
    private static List<String> row(Route route, Target target) {
        int[] answers =
                EXPECTED.getOrDefault(route.toString(), Access.ADMINISTERS).answers(target(route, target));
        return Arrays.stream(answers)
                .mapToObj(status -> status == Access.OK ? "yes" : Integer.toString(status))
                .toList();
    }

    static List<Target> targets(String path) {
        if (path.startsWith("/v1/claims/{id}")) {
            return List.of(Target.DESK_PUBLISHED, Target.FREE_PUBLISHED);
        }
        return path.startsWith("/v1/assessments/{id}")
                ? List.of(Target.DESK_DRAFT, Target.DESK_PUBLISHED, Target.FREE_DRAFT, Target.FREE_PUBLISHED)
                : List.of(Target.ANY);
    }

    /** Every desk's claim may be assessed by everyone who writes: the assessment is their own desk's. */
    private static Target target(Route route, Target target) {
        return route.toString().equals("POST /v1/claims/{id}/assessments") ? Target.FREE_PUBLISHED : target;
    }

    /** How far a request gets that is let through: reads are answered; changes name a stale version, or lack a body. */
    private static int passed(Route route) {
        String last = route.path().substring(route.path().lastIndexOf('/') + 1);
        boolean ofRecord =
                route.path().matches("/v1/(agents|assessments|claims|rating-scales|relations|sources)/\\{id}.*");
        boolean ofDeskRecord =
                route.path().startsWith("/v1/claims") || route.path().startsWith("/v1/assessments");
        return switch (route.method()) {
            case "GET" -> 200;
            case "DELETE" -> 404;
            case "PUT" -> ofDeskRecord ? 412 : 422;
            default -> {
                if (route.path().equals("/v1/audit/keys") || last.equals("comments")) {
                    yield 201; // changes nothing that is there, so these get all the way
                }
                if (last.equals("records")) {
                    yield 200; // brings nothing
                }
                if (last.equals("close") || last.equals("rotate") || last.equals("add-checkpoint")) {
                    yield 404;
                }
                yield ofRecord && !last.equals("assessments") ? 412 : 422;
            }
        };
    }

    private static void check(Cast cast, Route route, Target target, Caller caller, int status) {
        Response answer = call(cast, route, target, cast.request(caller));

        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(status);
        if (status == 401) {
            assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer");
        }
        if (status >= 400) {
            assertThat(answer.contentType())
                    .startsWith(last(route).equals("add-checkpoint") ? "" : "application/problem+json");
        }
        holdsNothingThatIsNotTheirs(cast, route, caller, answer.asString() + answer.headers());
        if (route.method().equals("GET") && (caller == Caller.NOBODY || caller == Caller.OTHER_EDITOR)) {
            Route head = new Route("HEAD", route.path(), route.queries());
            assertThat(call(cast, head, target, cast.request(caller)).statusCode())
                    .isEqualTo(status);
        }
    }

    private static void holdsNothingThatIsNotTheirs(Cast cast, Route route, Caller caller, String answer) {
        if (!caller.seesDraft()) {
            assertThat(answer).doesNotContain(cast.draftWord);
        }
        if (!caller.seesDraft() && !route.path().contains("{")) {
            assertThat(answer).doesNotContain(cast.draftId);
        }
        if (!caller.seesSealed()) {
            assertThat(answer).doesNotContain(cast.sealedWord);
        }
        if (caller == Caller.NOBODY && !route.path().startsWith("/v1/desks")) {
            assertThat(answer).doesNotContain(cast.desk.id());
        }
    }

    private static String last(Route route) {
        return route.path().substring(route.path().lastIndexOf('/') + 1);
    }

    private static Response call(Cast cast, Route route, Target target, RequestSpecification request) {
        if (route.path().endsWith("/diff")) {
            request.queryParam("from", 1).queryParam("to", 1);
        }
        if (route.queries().contains("limit")) {
            request.queryParam("limit", 200);
        }
        if (route.method().equals("PUT") || route.method().equals("POST")) {
            request.header("If-Match", "\"0-stale\"").body(cast.body(route, target));
        }
        if (route.path().equals("/v1/imports") && route.method().equals("POST")) {
            request.header("Idempotency-Key", Newsroom.unique("key"));
        }
        if (last(route).equals("records")) {
            request.contentType("application/x-ndjson").body(new byte[0]);
        }
        return request.request(route.method(), cast.path(route, target));
    }

    @TestFactory
    List<DynamicTest> opens_nothing_to_a_key_that_does_not_stand() {
        Cast cast = new Cast(newsroom, published);
        Member revoked = newsroom.newcomer(Role.ADMIN);
        newsroom.revoke(revoked);
        Member garbled = new Member("", "", Role.ADMIN, "", newsroom.admin().key() + "x");
        Map<String, Requests> callers = Map.of(
                "a revoked key", revoked::request,
                "another secret", garbled::request,
                "garbage", () -> given().header("Authorization", "Bearer garbage"),
                "no token", () -> given().header("Authorization", "Bearer "),
                "another scheme", () -> given().header("Authorization", "Basic YTpi"));
        List<DynamicTest> tests = new ArrayList<>();
        for (Route route : Routes.all()) {
            callers.forEach((name, caller) -> tests.add(dynamicTest(route + " with " + name, () -> {
                Response answer = call(
                        cast,
                        route,
                        targets(route.path()).get(0),
                        caller.request().contentType("application/json"));

                assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer");
                Refusal.of(answer, ProblemType.UNAUTHENTICATED);
            })));
        }
        return tests;
    }

    /** Makes a fresh request of one caller. */
    private interface Requests {
        RequestSpecification request();
    }
}
