package org.claimtrail.assessments;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.claimtrail.support.Json.hasJson;
import static org.claimtrail.support.Newsroom.unique;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import org.claimtrail.access.Role;
import org.claimtrail.shared.http.ProblemType;
import org.claimtrail.support.Assessed;
import org.claimtrail.support.Member;
import org.claimtrail.support.Newsroom;
import org.claimtrail.support.Refusal;
import org.claimtrail.support.Saved;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How a published verdict ends: retracted or voided, at once and with a notice. */
@QuarkusTest
class EndingsTest {

    @Inject
    Newsroom newsroom;

    @ParameterizedTest
    @CsvSource({"retract,retracted,retraction", "void,voided,void"})
    void ends_a_verdict_by_a_version_of_its_own(String step, String state, String type) {
        Assessed assessment = newsroom.anAssessment().with("body", "the words").published();

        assessment
                .step(step, newsroom.editor())
                .then()
                .statusCode(200)
                .header("Assessment-State", state)
                .body(hasJson("version", equalTo(2)));

        given().get(assessment.path())
                .then()
                .statusCode(200)
                .body(hasJson("changeType", equalTo(type)))
                .body(hasJson("changeReason", equalTo("the reason")))
                .body(hasJson("correctionNotice", equalTo("the notice")))
                .body(hasJson("previousVersion", equalTo(1)))
                .body(hasJson("previousRating", equalTo("false")))
                .body(hasJson("body", equalTo("the words")));
        given().get(assessment.path() + "/versions/1").then().statusCode(200);
        given().get(assessment.path() + "/audit")
                .then()
                .body(hasJson("items.type", contains("assessment.published", "assessment." + state)));
        given().get(assessment.claim().path() + "/dossier").then().body(hasJson("assessments.state", contains(state)));
    }

    @ParameterizedTest
    @CsvSource({"retract", "void"})
    void takes_the_verdict_out_of_the_filter(String step) {
        String topic = unique("topic");
        Saved claim = newsroom.aClaim().about(topic).saved();
        Assessed assessment = newsroom.anAssessment().of(claim).rated("true").published();
        given().queryParam("topic", topic)
                .queryParam("verdict", "true")
                .get("/v1/claims")
                .then()
                .body(hasJson("items.id", contains(claim.id())));

        assessment.step(step, newsroom.editor()).then().statusCode(200);

        given().queryParam("topic", topic)
                .queryParam("verdict", "true")
                .get("/v1/claims")
                .then()
                .body(hasJson("items", empty()));
        given().queryParam("topic", topic)
                .get("/v1/claims")
                .then()
                .body(hasJson("items[0].verdicts.changeType", contains(step.equals("void") ? "void" : "retraction")));
    }

    @ParameterizedTest
    @CsvSource({"retract", "void"})
    void takes_somebody_who_did_not_write_it(String step) {
        Member author = newsroom.newcomer(Role.EDITOR);
        Assessed assessment = newsroom.anAssessment().writtenBy(author).published();

        Refusal.of(assessment.step(step, author), ProblemType.FORBIDDEN);

        assertThat(assessment.state()).isEqualTo("published");
    }

    @Test
    void takes_a_reason_and_a_notice() {
        Assessed assessment = newsroom.anAssessment().published();

        Refusal.of(assessment.step("retract", newsroom.editor(), Map.of()), ProblemType.INVALID)
                .body(hasJson("errors.pointer", containsInAnyOrder("/changeReason", "/correctionNotice")));
        Refusal.of(
                assessment.step("void", newsroom.editor(), Map.of("changeReason", " ", "correctionNotice", " ")),
                ProblemType.INVALID);
    }

    @ParameterizedTest
    @CsvSource({"retract,retracted", "void,voided"})
    void drops_a_draft_that_is_under_way(String step, String state) {
        Assessed assessment = newsroom.anAssessment().published();
        assessment.redrafted("changeType", "minor", "changeReason", "r");
        assessment.submitted().approved();

        assessment.step(step, newsroom.editor()).then().statusCode(200);

        assertThat(assessment.state()).isEqualTo(state);
        given().get(assessment.path())
                .then()
                .body(hasJson("version", equalTo(3)))
                .body(hasJson("previousVersion", equalTo(1)));
        Refusal.of(given().get(assessment.path() + "/versions/2"), ProblemType.NOT_FOUND);
        newsroom.auditor()
                .request()
                .get(assessment.path() + "/versions/2")
                .then()
                .statusCode(200)
                .header("Assessment-State", "superseded");
        Refusal.of(assessment.step("publish", newsroom.editor()), ProblemType.WRONG_STATE);
        newsroom.editor()
                .request()
                .queryParam("limit", 200)
                .get("/v1/reviews")
                .then()
                .body("items.findAll { it.assessment.id == '" + assessment.id() + "' }", empty());
    }

    @Test
    void lets_the_desk_begin_again() {
        Assessed assessment = newsroom.anAssessment().rated("false").published().retracted();

        assessment.changed("correction", "rating", "true");

        assertThat(assessment.state()).isEqualTo("published");
        given().get(assessment.path())
                .then()
                .body(hasJson("version", equalTo(3)))
                .body(hasJson("rating", equalTo("true")))
                .body(hasJson("previousVersion", equalTo(2)));
    }

    @Test
    void keeps_sealed_evidence_sealed_and_there() {
        String secret = unique("secret");
        Assessed assessment =
                newsroom.anAssessment().restingSecretlyOn(secret).published().retracted();

        given().get(assessment.path())
                .then()
                .body(hasJson("evidence[0].withheld", equalTo(true)))
                .body(hasJson("evidence[0].commitment", startsWith("sha256:")));
        assertThat(given().get(assessment.path()).asString()).doesNotContain(secret);
        newsroom.editor().request().get(assessment.path()).then().body(hasJson("evidence[0].note", equalTo(secret)));
    }

    @Test
    void leaves_the_verdicts_of_others_alone() {
        Saved claim = newsroom.aClaim().saved();
        Assessed ours = newsroom.anAssessment().of(claim).rated("false").published();
        Assessed theirs = newsroom.anAssessment()
                .of(claim)
                .by(newsroom.anAgent("Other desk"))
                .rated("true")
                .published();
        given().get(claim.path() + "/assessments")
                .then()
                .body(hasJson("items.id", containsInAnyOrder(ours.id(), theirs.id())));

        ours.retracted();

        given().queryParam("state", "published")
                .get(claim.path() + "/assessments")
                .then()
                .body(hasJson("items.id", contains(theirs.id())))
                .body(hasJson("items[0].rating.code", equalTo("true")));
        given().get(claim.path() + "/dossier")
                .then()
                .body(hasJson("assessments.rating.code", containsInAnyOrder("true", "false")))
                .body(hasJson("corrections.assessment", contains(ours.id())));
    }
}
