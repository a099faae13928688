package org.claimtrail.assessments;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.claimtrail.support.Json.hasJson;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.claimtrail.shared.http.ProblemType;
import org.claimtrail.support.Assessed;
import org.claimtrail.support.Json;
import org.claimtrail.support.Newsroom;
import org.claimtrail.support.Refusal;
import org.junit.jupiter.api.Test;

/** The two axes of time: which verdict holds for a day, and which was published at an instant. */
@QuarkusTest
class AssessmentTimeTest {

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
