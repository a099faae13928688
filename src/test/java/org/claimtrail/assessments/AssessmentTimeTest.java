package org.claimtrail.assessments;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.claimtrail.support.Json.hasJson;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.claimtrail.shared.http.ProblemType;
import org.claimtrail.support.Assessed;
import org.claimtrail.support.Json;
import org.claimtrail.support.Newsroom;
import org.claimtrail.support.Refusal;
import org.claimtrail.support.Saved;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The two axes of time: which verdict holds for a day, and which was published at an instant. */
@QuarkusTest
class AssessmentTimeTest {

    private static final String TOPIC = "days of the world";

    @Inject
    Newsroom newsroom;

    @Test
    void a_verdict_holds_from_the_first_day_of_validFrom_to_the_last_of_validTo() {
        Assessed assessment = newsroom.anAssessment()
                .with("validFrom", "2024-03")
                .with("validTo", "2024-05")
                .published();

        for (String day : List.of("2024-03-01", "2024-04-15", "2024-05-31")) {
            asOf(assessment, day).then().statusCode(200).body(hasJson("version", equalTo(1)));
        }
        for (String day : List.of("2024-02-29", "2024-06-01")) {
            Refusal.of(asOf(assessment, day), ProblemType.NOT_FOUND).body(hasJson("detail", containsString(day)));
        }
    }

    @Test
    void a_verdict_without_days_holds_on_all() {
        Assessed assessment = newsroom.anAssessment().published();

        asOf(assessment, "0001-01-01").then().statusCode(200);
        asOf(assessment, "9999-12-31").then().statusCode(200);
    }

    @Test
    void a_withdrawn_verdict_is_withdrawn_for_all_days() {
        Assessed assessment = newsroom.anAssessment().rated("true").published();
        assessment.changed("update", "rating", "false", "validFrom", "2025-06-01");

        assessment.step("retract", newsroom.editor()).then().statusCode(200);

        asOf(assessment, "2025-05-31").then().body(hasJson("changeType", equalTo("retraction")));
        asOf(assessment, "2025-06-01").then().body(hasJson("changeType", equalTo("retraction")));
    }

    @Test
    void the_world_changed_and_each_verdict_holds_for_its_days() {
        Assessed assessment = newsroom.anAssessment().rated("true").published();
        assessment.changed("update", "rating", "false", "validFrom", "2025-06-01");

        asOf(assessment, "2025-05-31").then().body(hasJson("rating", equalTo("true")));
        asOf(assessment, "2025-06-01").then().body(hasJson("rating", equalTo("false")));
        dossier(assessment, "?asOf=2025-05-31").then().body(hasJson("assessments.rating.code", contains("true")));
        dossier(assessment, "?asOf=2025-06-01").then().body(hasJson("assessments.rating.code", contains("false")));
    }

    @Test
    void the_latest_correction_holds_where_two_verdicts_overlap() {
        Assessed assessment =
                newsroom.anAssessment().rated("true").with("validFrom", "2024").published();
        assessment.changed("correction", "rating", "false", "validFrom", "2024");

        asOf(assessment, "2024-07-01")
                .then()
                .body(hasJson("rating", equalTo("false")))
                .body(hasJson("version", equalTo(2)));
    }

    @Test
    void what_was_corrected_holds_on_no_day_where_the_correction_does_not() {
        Assessed assessment = newsroom.anAssessment().rated("true").published();
        assessment.changed("correction", "rating", "false", "validTo", "2024");

        asOf(assessment, "2024-12-31").then().body(hasJson("version", equalTo(2)));
        Refusal.of(asOf(assessment, "2025-06-01"), ProblemType.NOT_FOUND);
        dossier(assessment, "?asOf=2025-06-01").then().body(hasJson("assessments", hasSize(0)));
    }

    @Test
    void a_correction_of_an_update_gives_its_days_back_to_the_verdict_before() {
        Assessed assessment = newsroom.anAssessment().rated("true").published();
        assessment.changed("update", "rating", "false", "validFrom", "2025");
        assessment.changed("correction", "rating", "true", "validFrom", "2025-06");

        asOf(assessment, "2024-12-31").then().body(hasJson("version", equalTo(1)));
        asOf(assessment, "2025-03-01").then().body(hasJson("version", equalTo(1)));
        asOf(assessment, "2025-06-01").then().body(hasJson("version", equalTo(3)));
    }

    @Test
    void what_was_withdrawn_stays_so_where_a_correction_of_that_does_not_hold() {
        Assessed assessment = newsroom.anAssessment().rated("true").published();
        assessment.changed("update", "rating", "false", "validFrom", "2025");
        assessment.retracted();
        assessment.changed("correction", "rating", "false", "validFrom", "2025");

        Refusal.of(asOf(assessment, "2024-06-01"), ProblemType.NOT_FOUND);
        asOf(assessment, "2025-06-01").then().body(hasJson("version", equalTo(4)));
    }

    @Test
    void a_verdict_under_way_holds_on_no_day() {
        Assessed assessment = newsroom.anAssessment().rated("true").published();
        assessment.redrafted("rating", "false", "changeType", "update", "changeReason", "r");

        newsroom.editor()
                .request()
                .queryParam("asOf", "2025-06-01")
                .get(assessment.path())
                .then()
                .body(hasJson("rating", equalTo("true")));
    }

    @Test
    void both_axes_at_once() {
        Assessed assessment = newsroom.anAssessment().rated("true").published();
        String before = Instant.now().toString();
        assessment.changed("correction", "rating", "false");

        given().queryParam("asOf", "2025-06-01")
                .queryParam("knownAt", before)
                .get(assessment.path())
                .then()
                .body(hasJson("rating", equalTo("true")));
        asOf(assessment, "2025-06-01").then().body(hasJson("rating", equalTo("false")));
    }

    /** Nodes' clocks differ: what one has published is there for the readers of another, whatever time it is to that one. */
    @Test
    void without_knownAt_all_that_is_published_counts() {
        Assessed assessment = newsroom.anAssessment().rated("true").published();
        Instant before = Instant.now();
        assessment.changed("correction", "rating", "false");

        QuarkusMock.installMockForType(Clock.fixed(before, ZoneOffset.UTC), Clock.class);

        asOf(assessment, "2025-06-01").then().body(hasJson("rating", equalTo("false")));
        dossier(assessment, "?asOf=2025-06-01").then().body(hasJson("assessments.rating.code", contains("false")));
    }

    /** The lists find by columns what the record finds by its contents. */
    @Test
    void lists_tell_of_a_day_what_the_assessments_tell() {
        List<Assessed> all = new ArrayList<>();
        List<String> instants = new ArrayList<>();
        var claim = newsroom.aClaim().with("about", List.of(TOPIC)).saved();
        for (List<String> history : List.of(
                List.of("update 2025 2025-06", "update 2024-03 ..", "minor 2024-03 .."),
                List.of("correction .. 2024", "update 2025-03 2025-08", "correction 2025-06 .."),
                List.of("update 2025 ..", "retract", "correction 2025 ..", "update 2024 2024"),
                List.of("void", "update 2025-06-01 2025-06-01"),
                List.of("correction .. 2024", "retract", "update .. 2025-05"))) {
            Assessed assessment = newsroom.anAssessment()
                    .of(claim)
                    .by(newsroom.anAgent("A desk"))
                    .rated("true")
                    .published();
            all.add(assessment);
            for (String change : history) {
                instants.add(Instant.now().toString());
                change(assessment, change.split(" "));
            }
        }
        for (String day : List.of("2023-12-31", "2024-03-01", "2025-01-01", "2025-06-01", "2025-06-30", "2025-07-01")) {
            assertSame(all, claim, "?asOf=" + day);
            instants.forEach(instant -> assertSame(all, claim, "?asOf=" + day + "&knownAt=" + instant));
        }
    }

    private static void change(Assessed assessment, String... change) {
        switch (change[0]) {
            case "retract" -> assessment.retracted();
            case "void" -> assessment.voided();
            default ->
                assessment.changed(
                        change[0], "rating", "false", "validFrom", date(change[1]), "validTo", date(change[2]));
        }
    }

    private static @Nullable String date(String text) {
        return text.equals("..") ? null : text;
    }

    private void assertSame(List<Assessed> all, Saved claim, String query) {
        List<String> held = all.stream()
                .map(assessment -> given().get(assessment.path() + query))
                .filter(response -> response.statusCode() == 200)
                .map(response -> response.as(Json.class))
                .map(body -> "/v1/assessments/" + body.at("id") + "/versions/" + body.at("version"))
                .toList();

        Json listed = given().get("/v1/claims" + query + "&topic=" + TOPIC).as(Json.class);
        assertThat(listed.<List<String>>at("items[0].verdicts.url"))
                .as("of the claim, " + query)
                .containsExactlyInAnyOrderElementsOf(held);
        Json assessments = given().get(claim.path() + "/assessments" + query).as(Json.class);
        assertThat(assessments.<List<String>>at("items.url"))
                .as("assessments, " + query)
                .containsExactlyInAnyOrderElementsOf(held);
        for (String rating : List.of("true", "false")) {
            boolean stands = listed.<List<Map<String, Object>>>at("items[0].verdicts").stream()
                    .anyMatch(verdict -> "published".equals(verdict.get("state"))
                            && String.valueOf(verdict.get("rating")).contains("code=" + rating + ","));
            Json filtered = given().get("/v1/claims" + query + "&topic=" + TOPIC + "&verdict=" + rating)
                    .as(Json.class);
            assertThat(filtered.<List<?>>at("items")).as(rating + ", " + query).hasSize(stands ? 1 : 0);
        }
    }

    @Test
    void a_list_tells_the_state_and_the_days_of_a_verdict() {
        Assessed assessment = newsroom.anAssessment()
                .with("validFrom", "2024-03")
                .with("validTo", "2024-05~")
                .published();
        String list = "/v1/claims?assessor=" + newsroom.desk().id() + "&limit=1";

        for (var as : List.of(given(), newsroom.editor().request())) {
            as.get(list)
                    .then()
                    .body(hasJson("items[0].verdicts[0].state", equalTo("published")))
                    .body(hasJson("items[0].verdicts[0].validFrom", equalTo("2024-03")))
                    .body(hasJson("items[0].verdicts[0].validTo", equalTo("2024-05~")));
        }
        assessment.retracted();
        for (var as : List.of(given(), newsroom.editor().request())) {
            as.get(list)
                    .then()
                    .body(hasJson("items[0].verdicts[0].state", equalTo("retracted")))
                    .body(not(containsString("validFrom")));
        }
    }

    @Test
    void a_list_of_what_has_no_days_refuses_one() {
        for (String path :
                List.of("/v1/agents", "/v1/sources", "/v1/relations", "/v1/corrections", "/v1/rating-scales")) {
            Refusal.of(given().get(path + "?asOf=2025-06-01"), ProblemType.BAD_PARAMETER)
                    .body(hasJson("detail", containsString("asOf")));
        }
        Refusal.of(given().get("/v1/claims?asOf=2025-06"), ProblemType.BAD_PARAMETER);
        Refusal.of(given().get("/v1/assessments?asOf=2025-06"), ProblemType.BAD_PARAMETER);
    }

    @Test
    void refuses_a_day_that_does_not_exist() {
        Assessed assessment = newsroom.anAssessment().published();

        for (String day : List.of("2025-02-29", "2025-02", "yesterday", "+12025-01-01")) {
            Refusal.of(asOf(assessment, day), ProblemType.BAD_PARAMETER)
                    .body(hasJson("detail", containsString("asOf")));
        }
    }

    @Test
    void refuses_a_verdict_that_ends_before_it_begins() {
        Refusal.of(
                newsroom.anAssessment()
                        .with("validFrom", "2025-02")
                        .with("validTo", "2025-01")
                        .draft(),
                ProblemType.INVALID);
    }

    @Test
    void a_read_of_an_instant_gives_the_bytes_that_a_read_at_that_instant_gave() {
        Assessed assessment = newsroom.anAssessment().rated("true").published();
        List<String> targets = List.of(
                assessment.path(),
                assessment.claim().path(),
                assessment.claim().path() + "/assessments",
                assessment.claim().path() + "/dossier",
                "/v1/corrections?claim=" + assessment.claim().id(),
                "/v1/assessments?assessor=" + newsroom.desk().id() + "&limit=1",
                "/v1/claims?assessor=" + newsroom.desk().id() + "&limit=1");
        List<String> answers = new ArrayList<>();
        targets.forEach(target -> answers.add(given().get(target).asString()));
        String then = Instant.now().toString();

        assessment.changed("correction", "rating", "false");
        assessment.retracted();

        for (int i = 0; i < targets.size(); i++) {
            String target = targets.get(i) + (targets.get(i).contains("?") ? "&" : "?") + "knownAt=" + then;
            assertThat(withoutCursor(given().get(target))).as(target).isEqualTo(withoutCursor(answers.get(i)));
        }
    }

    @Test
    void filters_by_the_state_that_was_known() {
        Assessed assessment = newsroom.anAssessment().published();
        String then = Instant.now().toString();
        assessment.retracted();
        String list = assessment.claim().path() + "/assessments?knownAt=" + then;

        given().get(list + "&state=published").then().body(hasJson("items.version", contains(1)));
        given().get(list + "&state=superseded").then().body(hasJson("items", empty()));
        given().get(list + "&state=retracted").then().body(hasJson("items", empty()));
    }

    @Test
    void every_published_version_was_known_from_its_publication_on() {
        Assessed assessment = newsroom.anAssessment().submitted();
        String drafted = Instant.now().toString();
        assessment.approved().published();
        String first = published(assessment);
        assessment.changed("update", "rating", "true");
        String second = published(assessment);

        Refusal.of(knownAt(assessment, drafted), ProblemType.NOT_FOUND);
        knownAt(assessment, first).then().body(hasJson("version", equalTo(1)));
        knownAt(assessment, Instant.parse(second).minusNanos(1000).toString())
                .then()
                .body(hasJson("version", equalTo(1)));
        knownAt(assessment, second).then().body(hasJson("version", equalTo(2)));
        knownAt(assessment, "2999-01-01T00:00:00Z").then().body(hasJson("version", equalTo(2)));
        Refusal.of(knownAt(assessment, "2000-01-01T00:00:00Z"), ProblemType.NOT_FOUND);
    }

    @Test
    void several_organisations_assess_one_claim() {
        var claim = newsroom.aClaim().saved();
        Assessed ours = newsroom.anAssessment().of(claim).rated("true").published();
        Assessed theirs = newsroom.anAssessment()
                .of(claim)
                .by(newsroom.anAgent("Other desk"))
                .rated("false")
                .published();

        given().get(claim.path() + "/assessments").then().body(hasJson("items", hasSize(2)));
        given().queryParam("rating", "false")
                .get(claim.path() + "/assessments")
                .then()
                .body(hasJson("items.id", contains(theirs.id())));
        given().queryParam("assessor", newsroom.desk().id())
                .get(claim.path() + "/assessments")
                .then()
                .body(hasJson("items.id", contains(ours.id())));
        given().get(claim.path() + "/dossier").then().body(hasJson("assessments", hasSize(2)));
    }

    private static Response asOf(Assessed assessment, String day) {
        return given().queryParam("asOf", day).get(assessment.path());
    }

    private static Response knownAt(Assessed assessment, String instant) {
        return given().queryParam("knownAt", instant).get(assessment.path());
    }

    private static Response dossier(Assessed assessment, String query) {
        return given().get(assessment.claim().path() + "/dossier" + query);
    }

    private static String published(Assessed assessment) {
        return given().get(assessment.path() + "/versions").as(Json.class).at("items[0].publishedAt");
    }

    private static String withoutCursor(Response response) {
        return withoutCursor(response.then().statusCode(200).extract().asString());
    }

    private static String withoutCursor(String body) {
        return body.replaceAll("\"next\":\"[^\"]*\"", "");
    }
}
