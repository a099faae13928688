package org.claimtrail.assessments;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.claimtrail.support.Json.hasJson;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import org.claimtrail.shared.http.ProblemType;
import org.claimtrail.support.Assessed;
import org.claimtrail.support.Newsroom;
import org.claimtrail.support.Refusal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What kind of change a further version is, what it must tell, and what it may change. */
@QuarkusTest
class ChangeTypesTest {

    @Inject
    Newsroom newsroom;

    @Test
    void a_first_version_changes_nothing() {
        Response answer = newsroom.anAssessment()
                .with("changeType", "correction")
                .with("changeReason", "r")
                .with("correctionNotice", "n")
                .draft();

        Refusal.of(answer, ProblemType.INVALID)
                .body(hasJson(
                        "errors.pointer", containsInAnyOrder("/changeType", "/changeReason", "/correctionNotice")));
    }

    @Test
    void a_draft_in_place_of_a_first_draft_changes_nothing_either() {
        Assessed assessment = newsroom.anAssessment().drafted();

        Refusal.of(edit(assessment, "minor", "r", null), ProblemType.INVALID)
                .body(hasJson("errors.pointer", containsInAnyOrder("/changeType", "/changeReason")));
    }

    @Test
    void a_further_version_says_what_kind_of_change_it_is_and_why() {
        Assessed assessment = newsroom.anAssessment().published();

        Refusal.of(edit(assessment, null, null, null), ProblemType.INVALID)
                .body(hasJson("errors.pointer", containsInAnyOrder("/changeType", "/changeReason")));
        Refusal.of(edit(assessment, "minor", " ", null), ProblemType.INVALID)
                .body(hasJson("errors.pointer", contains("/changeReason")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"void", "retraction"})
    void what_ends_a_verdict_is_a_step_and_no_draft(String type) {
        Assessed assessment = newsroom.anAssessment().published();

        Refusal.of(edit(assessment, type, "r", "n"), ProblemType.INVALID)
                .body(hasJson("errors.pointer", contains("/changeType")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"clarification", "correction"})
    void clarification_and_correction_need_a_notice(String type) {
        Assessed assessment = newsroom.anAssessment().published();

        Refusal.of(edit(assessment, type, "r", null), ProblemType.INVALID)
                .body(hasJson("errors.pointer", contains("/correctionNotice")));
        Refusal.of(edit(assessment, type, "r", " "), ProblemType.INVALID)
                .body(hasJson("errors.pointer", contains("/correctionNotice")));
        edit(assessment, type, "r", "n").then().statusCode(200);
    }

    @Test
    void an_update_may_have_a_note_and_a_minor_change_none() {
        edit(newsroom.anAssessment().published(), "update", "r", null).then().statusCode(200);
        edit(newsroom.anAssessment().published(), "update", "r", "n").then().statusCode(200);
        edit(newsroom.anAssessment().published(), "minor", "r", null).then().statusCode(200);
        Refusal.of(edit(newsroom.anAssessment().published(), "minor", "r", "n"), ProblemType.INVALID)
                .body(hasJson("errors.pointer", contains("/correctionNotice")));
    }

    @ParameterizedTest
    @CsvSource({"minor,", "clarification,n"})
    void some_changes_keep_the_rating(String type, @Nullable String notice) {
        Assessed assessment = newsroom.anAssessment().rated("false").published();

        Response changed = assessment.edit(
                assessment.author(),
                "rating",
                "true",
                "changeType",
                type,
                "changeReason",
                "r",
                "correctionNotice",
                notice);
        Response otherScale = assessment.edit(
                assessment.author(),
                "scale",
                newsroom.aScale().id(),
                "changeType",
                type,
                "changeReason",
                "r",
                "correctionNotice",
                notice);

        Refusal.of(changed, ProblemType.INVALID).body(hasJson("errors.pointer", contains("/rating")));
        Refusal.of(otherScale, ProblemType.INVALID).body(hasJson("errors.pointer", contains("/rating")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"update", "correction"})
    void others_may_change_it_and_tell_the_one_before(String type) {
        Assessed assessment = newsroom.anAssessment().rated("false").published();

        assessment.changed(type, "rating", "true");

        given().get(assessment.path())
                .then()
                .body(hasJson("version", equalTo(2)))
                .body(hasJson("rating", equalTo("true")))
                .body(hasJson("changeType", equalTo(type)))
                .body(hasJson("previousRating", equalTo("false")))
                .body(hasJson("previousVersion", equalTo(1)));
    }

    @Test
    void a_change_is_measured_by_what_is_published_and_not_by_the_last_draft() {
        Assessed assessment = newsroom.anAssessment().rated("false").published();
        assessment.redrafted(
                "rating", "true", "changeType", "correction", "changeReason", "r", "correctionNotice", "n");

        Response minor =
                assessment.edit(assessment.author(), "rating", "true", "changeType", "minor", "changeReason", "r");

        Refusal.of(minor, ProblemType.INVALID).body(hasJson("errors.pointer", contains("/rating")));
        assessment.changed("correction", "rating", "mostly_true");
        given().get(assessment.path())
                .then()
                .body(hasJson("version", equalTo(3)))
                .body(hasJson("previousVersion", equalTo(1)))
                .body(hasJson("previousRating", equalTo("false")));
        given().get(assessment.path() + "/versions").then().body(hasJson("items.version", contains(3, 1)));
    }

    @Test
    void a_minor_change_is_listed_too() {
        Assessed assessment = newsroom.anAssessment().published().changed("minor", "body", "spelt right");

        given().get(assessment.path() + "/versions")
                .then()
                .body(hasJson("items.version", contains(2, 1)))
                .body(hasJson("items[0].changeType", equalTo("minor")))
                .body(hasJson("items[0].changeReason", equalTo("the reason")))
                .body(hasJson("items[0]", not(hasKey("correctionNotice"))));
    }

    @Test
    void a_published_version_gives_way_to_the_next() {
        Assessed assessment = newsroom.anAssessment().published().changed("update", "rating", "true");

        assertThat(stateOf(assessment, 1)).isEqualTo("superseded");
        assertThat(stateOf(assessment, 2)).isEqualTo("published");
    }

    @Test
    void a_draft_gives_way_to_the_next_draft() {
        Assessed assessment = newsroom.anAssessment().drafted().redrafted("rating", "true");

        assertThat(stateOf(assessment, 1)).isEqualTo("superseded");
        assertThat(stateOf(assessment, 2)).isEqualTo("draft");
    }

    @Test
    void the_reason_of_the_event_is_the_type_of_the_change() {
        Assessed assessment = newsroom.anAssessment().published().changed("clarification");

        given().get(assessment.path() + "/audit")
                .then()
                .body(hasJson("items.reason", contains("none", "clarification")));
    }

    @Test
    void the_corrections_log_holds_corrections_only() {
        Assessed assessment = newsroom.anAssessment().rated("false").published();
        assessment.changed("minor");
        assessment.changed("clarification");
        assessment.changed("update", "rating", "true");
        given().queryParam("claim", assessment.claim().id())
                .get("/v1/corrections")
                .then()
                .body(hasJson("items", empty()));

        assessment.changed("correction", "rating", "false");
        assessment.voided();

        given().queryParam("claim", assessment.claim().id())
                .get("/v1/corrections")
                .then()
                .body(hasJson("items.changeType", contains("void", "correction")))
                .body(hasJson("items.version", contains(6, 5)))
                .body(hasJson("items.correctionNotice", contains("the notice", "the notice")))
                .body(hasJson("items[1].previousRating", equalTo("true")))
                .body(hasJson("items[1].rating.code", equalTo("false")))
                .body(hasJson("items[1].url", equalTo(assessment.path() + "/versions/5")))
                .body(hasJson("items[1].previousUrl", equalTo(assessment.path() + "/versions/4")));
    }

    private static Response edit(
            Assessed assessment, @Nullable String type, @Nullable String reason, @Nullable String notice) {
        return assessment.edit(
                assessment.author(), "changeType", type, "changeReason", reason, "correctionNotice", notice);
    }

    private String stateOf(Assessed assessment, int version) {
        return newsroom.auditor()
                .request()
                .get(assessment.path() + "/versions/" + version)
                .then()
                .statusCode(200)
                .extract()
                .header("Assessment-State");
    }
}
