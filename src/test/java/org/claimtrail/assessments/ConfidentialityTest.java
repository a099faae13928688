package org.claimtrail.assessments;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.claimtrail.support.Json.hasJson;
import static org.claimtrail.support.Newsroom.unique;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.claimtrail.access.Role;
import org.claimtrail.support.Assessed;
import org.claimtrail.support.AssessmentBuilder;
import org.claimtrail.support.Json;
import org.claimtrail.support.Member;
import org.claimtrail.support.Newsroom;
import org.junit.jupiter.api.Test;

/** Confidential evidence is for its authors, editors and auditors; all others see that it is withheld, and why. */
@QuarkusTest
class ConfidentialityTest {

    @Inject
    Newsroom newsroom;

    private final String secret = unique("secret");

    @Test
    void the_public_sees_that_evidence_is_withheld_and_why() {
        Assessed assessment = secretive().published();

        given().get(assessment.path())
                .then()
                .body(hasJson("evidence[0].withheld", equalTo(true)))
                .body(hasJson("evidence[0].withheldReason", equalTo("source protection")))
                .body(hasJson("evidence[0].commitment", startsWith("sha256:")))
                .body(hasJson("evidence[0]", not(hasKey("note"))))
                .body(hasJson("evidence[0]", not(hasKey("stance"))))
                .body(hasJson("evidence[0]", not(hasKey("confidential"))));
    }

    @Test
    void authors_editors_and_auditors_see_it() {
        Member author = newsroom.newcomer(Role.CONTRIBUTOR);
        Assessed assessment = secretive().writtenBy(author).published();

        for (Member reader : List.of(author, newsroom.editor(), newsroom.auditor(), newsroom.admin())) {
            for (String path : List.of(assessment.path(), assessment.path() + "/versions/1")) {
                reader.request()
                        .get(path)
                        .then()
                        .statusCode(200)
                        .header("Cache-Control", startsWith("private"))
                        .body(hasJson("evidence[0].note", equalTo(secret)))
                        .body(hasJson("evidence[0].commitment", startsWith("sha256:")));
            }
        }
        assertThat(read(newsroom.newcomer(Role.CONTRIBUTOR), assessment)).doesNotContain(secret);
    }

    @Test
    void who_sees_more_sees_it_under_another_tag() {
        Assessed assessment = secretive().published();
        String shown = given().get(assessment.path()).header("ETag");

        Response full =
                newsroom.editor().request().header("If-None-Match", shown).get(assessment.path());

        full.then().statusCode(200).header("ETag", not(equalTo(shown)));
        given().header("If-None-Match", full.header("ETag"))
                .get(assessment.path())
                .then()
                .statusCode(200);
    }

    @Test
    void a_colleague_does_not_see_the_secret_of_a_draft() {
        Assessed assessment = secretive().drafted();
        Member colleague = newsroom.newcomer(Role.CONTRIBUTOR);

        String shown = read(colleague, assessment);

        assertThat(shown).contains("withheld").doesNotContain(secret);
    }

    @Test
    void a_step_of_a_colleague_does_not_answer_with_the_secret() {
        Assessed assessment = secretive().drafted();
        Member colleague = newsroom.newcomer(Role.CONTRIBUTOR);

        Response submitted = assessment.step("submit", colleague);

        submitted.then().statusCode(200);
        assertThat(submitted.asString()).contains("withheld").doesNotContain(secret);
    }

    @Test
    void a_colleague_who_keeps_the_evidence_in_an_edit_does_not_come_to_see_it() {
        Assessed assessment = secretive().drafted();
        Member colleague = newsroom.newcomer(Role.CONTRIBUTOR);
        List<Object> asShown =
                colleague.request().get(assessment.path()).as(Json.class).at("evidence");

        Response edited = assessment.edit(colleague, "evidence", asShown);

        edited.then().statusCode(200).body(hasJson("evidence[0].withheld", equalTo(true)));
        assertThat(edited.asString() + read(colleague, assessment)).doesNotContain(secret);
        assertThat(read(newsroom.editor(), assessment)).contains(secret);
    }

    @Test
    void a_colleague_cannot_test_a_guess_by_sending_it() {
        Assessed assessment = secretive().drafted();
        Member colleague = newsroom.newcomer(Role.CONTRIBUTOR);
        String sealed =
                colleague.request().get(assessment.path()).as(Json.class).at("evidence[0].commitment");

        Response edited = assessment.edit(colleague);

        edited.then().statusCode(200).body(hasJson("evidence[0].commitment", not(equalTo(sealed))));
    }

    @Test
    void a_colleague_cannot_unseal_by_dropping_the_mark() {
        Assessed assessment = secretive().drafted();
        Member colleague = newsroom.newcomer(Role.CONTRIBUTOR);
        String commitment =
                colleague.request().get(assessment.path()).as(Json.class).at("evidence[0].commitment");

        Response edited = assessment.edit(
                colleague,
                "evidence",
                List.of(Map.of(
                        "stance", "context", "source", newsroom.standardSource().id(), "commitment", commitment)));

        assertThat(edited.asString()).doesNotContain(secret);
        assertThat(read(colleague, assessment)).doesNotContain(secret);
    }

    @Test
    void a_guess_of_the_secret_is_not_confirmed_by_its_commitment() {
        Assessed first = secretive().published();
        Assessed second = secretive().published();

        String one = given().get(first.path()).as(Json.class).at("evidence[0].commitment");
        String other = given().get(second.path()).as(Json.class).at("evidence[0].commitment");

        assertThat(one).isNotEqualTo(other);
    }

    @Test
    void a_later_version_without_the_evidence_does_not_open_the_earlier_one() {
        Assessed assessment = secretive().published();
        assessment.changed("correction", "evidence", List.of());

        assertThat(given().get(assessment.path() + "/versions/1").asString()).doesNotContain(secret);
        assertThat(given().get(assessment.path() + "/diff?from=1&to=2").asString())
                .doesNotContain(secret);
        Member colleague = newsroom.newcomer(Role.CONTRIBUTOR);
        assertThat(colleague
                        .request()
                        .get(assessment.path() + "/diff?from=1&to=2")
                        .asString())
                .doesNotContain(secret);
    }

    private AssessmentBuilder secretive() {
        return newsroom.anAssessment().restingSecretlyOn(secret);
    }

    private static String read(Member reader, Assessed assessment) {
        return reader.request()
                .get(assessment.path())
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }
}
