package org.claimtrail.assessments;

import static io.restassured.RestAssured.given;
import static org.claimtrail.support.Json.hasJson;
import static org.claimtrail.support.Newsroom.rating;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.claimtrail.shared.http.ProblemType;
import org.claimtrail.shared.id.Kind;
import org.claimtrail.support.Assessed;
import org.claimtrail.support.Newsroom;
import org.claimtrail.support.Refusal;
import org.claimtrail.support.Saved;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An assessment goes on meaning what its scale meant when it was written. */
@QuarkusTest
class ScalePinningTest {

    @Inject
    Newsroom newsroom;

    @Test
    void an_edit_of_the_scale_changes_no_assessment() {
        Saved scale = newsroom.aScale();
        Assessed assessment = newsroom.anAssessment().on(scale).rated("false").published();

        edit(scale, rating("false", "Quite wrong", 0.1));

        given().get(assessment.path())
                .then()
                .body(hasJson("scaleVersion", equalTo(1)))
                .body(hasJson("verdict.score", equalTo(0)));
        given().get(assessment.claim().path() + "/assessments")
                .then()
                .body(hasJson("items[0].rating.label", equalTo("False")));
    }

    @Test
    void a_draft_that_is_published_after_an_edit_of_the_scale_keeps_the_version_it_pinned() {
        Saved scale = newsroom.aScale();
        Assessed assessment = newsroom.anAssessment().on(scale).rated("false").submitted();

        edit(scale, rating("false", "Quite wrong", 0.1));
        assessment.approved().published();

        given().get(assessment.path())
                .then()
                .body(hasJson("scaleVersion", equalTo(1)))
                .body(hasJson("verdict.score", equalTo(0)));
    }

    @Test
    void a_new_draft_pins_the_version_that_stands() {
        Saved scale = newsroom.aScale();
        Assessed assessment = newsroom.anAssessment().on(scale).rated("false").published();
        edit(scale, rating("false", "Quite wrong", 0.1));

        assessment.changed("update");

        given().get(assessment.path())
                .then()
                .body(hasJson("scaleVersion", equalTo(2)))
                .body(hasJson("verdict.score", equalTo(0.1)));
        given().get(assessment.path() + "/versions/1").then().body(hasJson("scaleVersion", equalTo(1)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"minor", "clarification"})
    void a_change_that_keeps_the_rating_keeps_what_it_means(String changeType) {
        Saved scale = newsroom.aScale();
        Assessed assessment = newsroom.anAssessment().on(scale).rated("false").published();
        edit(scale, rating("false", "Quite wrong", 0.1));

        String notice = changeType.equals("minor") ? null : "the notice";
        Refusal.of(
                        assessment.edit(
                                assessment.author(),
                                "changeType",
                                changeType,
                                "changeReason",
                                "r",
                                "correctionNotice",
                                notice),
                        ProblemType.INVALID)
                .body(hasJson("errors.pointer", contains("/rating")))
                .body(hasJson("errors[0].message", containsString("version 1")));
        assessment.changed(changeType, "scaleVersion", 1);

        given().get(assessment.path())
                .then()
                .body(hasJson("version", equalTo(2)))
                .body(hasJson("scaleVersion", equalTo(1)));
    }

    @Test
    void an_earlier_version_may_be_pinned_by_its_number() {
        Saved scale = newsroom.aScale();
        edit(scale, rating("only", "Only", 0.5));

        Assessed assessment = newsroom.anAssessment()
                .on(scale)
                .rated("false")
                .with("scaleVersion", 1)
                .published();

        given().get(assessment.path()).then().body(hasJson("scaleVersion", equalTo(1)));
        Refusal.of(newsroom.anAssessment().on(scale).rated("false").draft(), ProblemType.INVALID)
                .body(hasJson("errors.pointer", contains("/rating")))
                .body(hasJson("errors[0].message", containsString("only")));
        Refusal.of(newsroom.anAssessment().on(scale).with("scaleVersion", 3).draft(), ProblemType.INVALID)
                .body(hasJson("errors.pointer", contains("/scaleVersion")));
    }

    @Test
    void a_rating_that_the_scale_does_not_have_is_refused() {
        Refusal.of(newsroom.anAssessment().rated("pants_on_fire").draft(), ProblemType.INVALID)
                .body(hasJson("errors.pointer", contains("/rating")));
        Refusal.of(
                        newsroom.anAssessment()
                                .on(new Saved(Newsroom.noSuch(Kind.SCALE)))
                                .draft(),
                        ProblemType.INVALID)
                .body(hasJson("errors.pointer", contains("/scale")));
    }

    private void edit(Saved scale, Map<String, Object> onlyRating) {
        Map<String, Object> body = Newsroom.scale("Scale", newsroom.desk());
        body.put("ratings", List.of(onlyRating));
        body.put("changeReason", "the desk thought again");
        newsroom.admin()
                .request()
                .header("If-Match", "*")
                .body(body)
                .put(scale.path())
                .then()
                .statusCode(200);
    }
}
