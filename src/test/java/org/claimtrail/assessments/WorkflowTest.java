package org.claimtrail.assessments;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.claimtrail.support.Json.hasJson;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.claimtrail.access.Role;
import org.claimtrail.shared.http.ProblemType;
import org.claimtrail.shared.id.Kind;
import org.claimtrail.support.Assessed;
import org.claimtrail.support.Member;
import org.claimtrail.support.Newsroom;
import org.claimtrail.support.Refusal;
import org.claimtrail.support.Saved;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** draft, in_review, approved, published: which steps lead where, and what every other one is answered with. */
@QuarkusTest
class WorkflowTest {

    private static final List<String> STATES =
            List.of("draft", "in_review", "approved", "published", "retracted", "voided");

    /** What may be done in each state, and the state that it leads to; all else is refused. */
    private static final Map<String, Map<String, String>> LEGAL = Map.of(
            "draft", Map.of("edit", "draft", "submit", "in_review"),
            "in_review", Map.of("return", "draft", "approve", "approved"),
            "approved", Map.of("publish", "published"),
            "published", Map.of("edit", "draft", "retract", "retracted", "void", "voided"),
            "retracted", Map.of("edit", "draft"),
            "voided", Map.of("edit", "draft"));

    private static final List<String> ACTS =
            List.of("edit", "submit", "return", "approve", "publish", "retract", "void");

    @Inject
    Newsroom newsroom;

    @TestFactory
    List<DynamicTest> takes_the_steps_of_the_workflow_and_no_others() {
        List<DynamicTest> tests = new ArrayList<>();
        for (String state : STATES) {
            for (String act : ACTS) {
                String next = LEGAL.getOrDefault(state, Map.of()).get(act);
                tests.add(dynamicTest(act + " when " + state, () -> {
                    Assessed assessment = in(state);

                    Response answer = act(assessment, act, state);

                    if (next == null) {
                        Refusal.of(answer, ProblemType.WRONG_STATE);
                        assertThat(assessment.state()).isEqualTo(state);
                        assertNamed(answer, act, state);
                    } else {
                        answer.then().statusCode(200);
                        assertThat(assessment.state()).isEqualTo(next);
                    }
                }));
            }
        }
        return tests;
    }

    @Test
    void answers_each_step_with_the_version_and_its_state() {
        Assessed assessment = newsroom.anAssessment().drafted();

        assessment
                .step("submit", assessment.author())
                .then()
                .statusCode(200)
                .header("Assessment-State", "in_review")
                .body(hasJson("id", equalTo(assessment.id())))
                .body(hasJson("version", equalTo(1)));
    }

    @Test
    void wants_to_know_which_version_in_which_state_a_step_is_for() {
        Assessed assessment = newsroom.anAssessment().drafted();
        String draft = assessment.author().request().get(assessment.path()).header("ETag");
        Refusal.of(
                assessment.author().request().post(assessment.path() + "/submit"), ProblemType.PRECONDITION_REQUIRED);
        assessment
                .author()
                .request()
                .header("If-Match", draft)
                .post(assessment.path() + "/submit")
                .then()
                .statusCode(200);

        Response stale = newsroom.editor().request().header("If-Match", draft).post(assessment.path() + "/approve");

        Refusal.of(stale, ProblemType.STALE);
        assertThat(assessment.state()).isEqualTo("in_review");
    }

    @Test
    void knows_no_step_of_what_was_never_made() {
        String path = new Saved(Newsroom.noSuch(Kind.ASSESSMENT)).path() + "/submit";

        Refusal.of(newsroom.editor().request().header("If-Match", "*").post(path), ProblemType.NOT_FOUND);
    }

    @Test
    void is_not_approved_by_its_author() {
        Member author = newsroom.newcomer(Role.EDITOR);
        Assessed assessment = newsroom.anAssessment().writtenBy(author).submitted();

        Refusal.of(assessment.step("approve", author), ProblemType.FORBIDDEN)
                .body(hasJson("detail", containsString("Four eyes")));

        assertThat(assessment.state()).isEqualTo("in_review");
    }

    @Test
    void is_not_approved_by_whoever_wrote_an_earlier_draft_of_the_version() {
        Member first = newsroom.newcomer(Role.EDITOR);
        Member second = newsroom.newcomer(Role.EDITOR);
        Assessed assessment = newsroom.anAssessment().writtenBy(first).drafted();
        assessment.edit(second, "rating", "true").then().statusCode(200);
        assessment.submitted();

        Refusal.of(assessment.step("approve", first), ProblemType.FORBIDDEN);
        Refusal.of(assessment.step("approve", second), ProblemType.FORBIDDEN);
        assessment.approved();
    }

    @Test
    void stays_the_authors_through_a_return() {
        Member first = newsroom.newcomer(Role.EDITOR);
        Member second = newsroom.newcomer(Role.EDITOR);
        Assessed assessment =
                newsroom.anAssessment().writtenBy(first).submitted().returned();
        assessment.edit(second, "rating", "true").then().statusCode(200);
        assessment.submitted();

        Refusal.of(assessment.step("approve", first), ProblemType.FORBIDDEN);
    }

    @Test
    void may_be_approved_by_the_author_of_the_version_before() {
        Member first = newsroom.newcomer(Role.EDITOR);
        Member second = newsroom.newcomer(Role.EDITOR);
        Assessed assessment = newsroom.anAssessment().writtenBy(first).published();
        assessment
                .edit(second, "changeType", "minor", "changeReason", "spelling")
                .then()
                .statusCode(200);
        assessment.submitted();

        assessment.step("approve", first).then().statusCode(200);

        assertThat(assessment.state()).isEqualTo("approved");
    }

    @Test
    void names_author_and_approver_once_published() {
        Member author = newsroom.newcomer(Role.CONTRIBUTOR);
        Assessed assessment = newsroom.anAssessment().writtenBy(author).published();

        given().get(assessment.claim().path() + "/assessments")
                .then()
                .body(hasJson("items[0].author", equalTo(author.pseudonym())))
                .body(hasJson("items[0].approver", equalTo(newsroom.editor().pseudonym())));
    }

    @Test
    void keeps_a_null_score_null() {
        Assessed assessment = newsroom.anAssessment().rated("unproven").published();

        given().get(assessment.path())
                .then()
                .body(hasJson("verdict", hasKey("score")))
                .body(hasJson("verdict.score", nullValue()));
        given().get(assessment.claim().path() + "/assessments")
                .then()
                .body(hasJson("items[0].rating", hasKey("score")))
                .body(hasJson("items[0].rating.score", nullValue()));
        given().queryParam("assessor", newsroom.desk().id())
                .queryParam("verdict", "unproven")
                .get("/v1/claims")
                .then()
                .body(hasJson("items[0].verdicts[0].rating", hasKey("score")))
                .body(hasJson("items[0].verdicts[0].rating.score", nullValue()));
    }

    @Test
    void cannot_be_drafted_on_a_claim_that_is_not_open() {
        Saved withdrawn = newsroom.aClaim().saved();
        Saved merged = newsroom.aClaim().saved();
        Saved target = newsroom.aClaim().saved();
        act(withdrawn, "withdraw", Map.of("changeReason", "recorded twice"));
        act(merged, "merge", Map.of("changeReason", "the same", "into", target.id()));

        Refusal.of(newsroom.anAssessment().of(withdrawn).draft(), ProblemType.WRONG_STATE)
                .body(hasJson("detail", containsString("withdrawn")));
        Refusal.of(newsroom.anAssessment().of(merged).draft(), ProblemType.WRONG_STATE)
                .body(hasJson("detail", allOf(containsString("merged"), containsString(target.id()))));
        act(withdrawn, "reopen", Map.of("changeReason", "a mistake"));
        newsroom.anAssessment().of(withdrawn).draft().then().statusCode(201);
    }

    @Test
    void a_first_verdict_is_not_published_on_a_claim_that_was_closed_meanwhile() {
        Saved claim = newsroom.aClaim().saved();
        Assessed approved = newsroom.anAssessment().of(claim).submitted().approved();
        Assessed published = newsroom.anAssessment().of(claim).published();
        act(claim, "withdraw", Map.of("changeReason", "recorded twice"));

        Refusal.of(approved.step("publish", newsroom.editor()), ProblemType.WRONG_STATE)
                .body(hasJson("detail", containsString("withdrawn")));
        published.changed("correction", "body", "It was a typing error.");
        act(claim, "reopen", Map.of("changeReason", "a mistake"));
        approved.published();
    }

    @Test
    void a_step_that_is_repeated_under_its_key_says_again_where_that_leads() {
        Assessed draft = newsroom.anAssessment().drafted();
        for (String replayed : new String[] {null, "true"}) {
            draft.author()
                    .request()
                    .header("If-Match", "*")
                    .header("Idempotency-Key", draft.id())
                    .post(draft.path() + "/submit")
                    .then()
                    .statusCode(200)
                    .header("Idempotency-Replayed", replayed == null ? nullValue() : equalTo(replayed))
                    .header("Assessment-State", equalTo("in_review"));
        }
    }

    @Test
    void cannot_be_drafted_on_a_claim_that_was_never_made() {
        Saved nothing = new Saved(Newsroom.noSuch(Kind.CLAIM));

        Refusal.of(newsroom.anAssessment().of(nothing).draft(), ProblemType.NOT_FOUND);
    }

    @Test
    void stays_its_assessors() {
        Assessed assessment = newsroom.anAssessment().drafted();
        Saved other = newsroom.anAgent("Other desk");

        Refusal.of(assessment.edit(assessment.author(), "assessor", other.id()), ProblemType.INVALID)
                .body(hasJson("errors[0].pointer", equalTo("/assessor")));
    }

    private Assessed in(String state) {
        Assessed assessment = newsroom.anAssessment().drafted();
        if (state.equals("draft")) {
            return assessment;
        }
        assessment.submitted();
        if (state.equals("in_review")) {
            return assessment;
        }
        assessment.approved();
        if (state.equals("approved")) {
            return assessment;
        }
        assessment.published();
        return switch (state) {
            case "retracted" -> assessment.retracted();
            case "voided" -> assessment.voided();
            default -> assessment;
        };
    }

    private Response act(Assessed assessment, String act, String state) {
        if (!act.equals("edit")) {
            return assessment.step(act, newsroom.editor());
        }
        boolean published = Set.of("published", "retracted", "voided").contains(state);
        return published
                ? assessment.edit(
                        assessment.author(), "changeType", "correction", "changeReason", "r", "correctionNotice", "n")
                : assessment.edit(assessment.author());
    }

    /** The state and what is possible from it are named; what never was published is refused for that. */
    private static void assertNamed(Response answer, String act, String state) {
        boolean nothingToEnd = Set.of("retract", "void").contains(act)
                && Set.of("draft", "in_review", "approved").contains(state);
        String named = nothingToEnd ? "Nothing is published" : state;
        answer.then()
                .body(hasJson("detail", containsString(named)))
                .body(hasJson("detail", not(containsString("null"))));
    }

    private void act(Saved claim, String act, Map<String, Object> body) {
        newsroom.editor()
                .request()
                .header("If-Match", "*")
                .body(body)
                .post(claim.path() + "/" + act)
                .then()
                .statusCode(200);
    }
}
