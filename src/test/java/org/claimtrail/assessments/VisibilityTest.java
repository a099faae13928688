package org.claimtrail.assessments;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.claimtrail.support.Json.hasJson;
import static org.claimtrail.support.Newsroom.noSuch;
import static org.claimtrail.support.Newsroom.unique;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.claimtrail.access.Role;
import org.claimtrail.shared.http.ProblemType;
import org.claimtrail.shared.id.Kind;
import org.claimtrail.support.Assessed;
import org.claimtrail.support.Json;
import org.claimtrail.support.Member;
import org.claimtrail.support.Newsroom;
import org.claimtrail.support.Refusal;
import org.claimtrail.support.Saved;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is not published is not there for the public, whichever way they ask. */
@QuarkusTest
class VisibilityTest {

    @Inject
    Newsroom newsroom;

    @ParameterizedTest
    @ValueSource(strings = {"", "/versions", "/versions/1", "/diff?from=1&to=1", "/audit"})
    void a_draft_is_answered_as_if_it_had_never_been_made(String below) {
        Assessed draft = newsroom.anAssessment().drafted();
        String never = noSuch(Kind.ASSESSMENT);

        Response hidden = given().get(draft.path() + below);
        Response absent = given().get(new Saved(never).path() + below);

        Refusal.of(hidden, ProblemType.NOT_FOUND);
        assertThat(hidden.asString().replace(draft.id(), never)).isEqualTo(absent.asString());
        assertThat(names(hidden)).isEqualTo(names(absent));
        draft.author().request().get(draft.path() + below).then().statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"draft", "in_review", "approved"})
    void a_first_version_is_not_there_before_it_is_published(String state) {
        Assessed assessment = newsroom.anAssessment().drafted();
        if (!state.equals("draft")) {
            assessment.submitted();
        }
        if (state.equals("approved")) {
            assessment.approved();
        }

        assertThat(assessment.state()).isEqualTo(state);
        Refusal.of(given().get(assessment.path()), ProblemType.NOT_FOUND);
        given().head(assessment.path()).then().statusCode(404).header("ETag", nullValue());
        Refusal.of(given().header("If-None-Match", "*").get(assessment.path()), ProblemType.NOT_FOUND);
        Refusal.of(given().queryParam("asOf", "2025-11-04").get(assessment.path()), ProblemType.NOT_FOUND);
        Refusal.of(
                given().queryParam("knownAt", Instant.now().toString()).get(assessment.path()), ProblemType.NOT_FOUND);
        Refusal.of(given().queryParam("knownAt", "2999-01-01T00:00:00Z").get(assessment.path()), ProblemType.NOT_FOUND);
    }

    @Test
    void a_draft_after_what_is_published_changes_nothing_for_the_public() {
        Assessed assessment = newsroom.anAssessment().published();
        Response before = given().get(assessment.path());
        Response claimBefore = given().get(assessment.claim().path());

        assessment.redrafted(
                "rating", "true", "changeType", "correction", "changeReason", "r", "correctionNotice", "n");

        Response after = given().get(assessment.path());
        assertThat(after.asByteArray()).isEqualTo(before.asByteArray());
        for (String name : List.of("ETag", "Link", "Audit-Event", "Cache-Control", "Vary")) {
            assertThat(after.header(name)).as(name).isEqualTo(before.header(name));
        }
        given().header("If-None-Match", before.header("ETag"))
                .get(assessment.path())
                .then()
                .statusCode(304);
        assertThat(given().get(assessment.claim().path()).header("ETag")).isEqualTo(claimBefore.header("ETag"));
        Refusal.of(given().get(assessment.path() + "/versions/2"), ProblemType.NOT_FOUND);
        Refusal.of(given().get(assessment.path() + "/diff?from=1&to=2"), ProblemType.NOT_FOUND);
        given().get(assessment.path() + "/versions").then().body(hasJson("items.version", contains(1)));
        given().queryParam("limit", 1)
                .get(assessment.path() + "/versions")
                .then()
                .body(hasJson("next", nullValue()));
    }

    @Test
    void the_state_of_a_version_is_told_to_staff_only() {
        Assessed assessment = newsroom.anAssessment().published();

        given().get(assessment.path()).then().header("Assessment-State", nullValue());
        newsroom.contributor().request().get(assessment.path()).then().header("Assessment-State", "published");
    }

    @Test
    void events_of_drafts_are_told_to_staff_only() {
        Assessed assessment = newsroom.anAssessment().drafted();
        assertThat(eventTypes(assessment, null)).isEmpty();
        assertThat(eventTypes(assessment, newsroom.contributor())).containsExactly("assessment.drafted");

        assessment.submitted().approved().published();

        assertThat(eventTypes(assessment, null)).containsExactly("assessment.published");
        given().get(assessment.path() + "/audit").then().body(hasJson("items.type", contains("assessment.published")));
        assertThat(eventTypes(assessment, newsroom.contributor()))
                .containsExactly(
                        "assessment.drafted", "assessment.submitted", "assessment.approved", "assessment.published");
    }

    @Test
    void events_as_csv_hide_the_same() {
        Assessed assessment = newsroom.anAssessment().drafted();

        String anonymous = csv(assessment, null);
        String staff = csv(assessment, newsroom.contributor());

        assertThat(anonymous.lines()).hasSize(1);
        assertThat(staff.lines()).hasSize(2).last().asString().contains("assessment.drafted", assessment.id());
    }

    @Test
    void names_behind_pseudonyms_are_told_to_staff_only() {
        Member author = newsroom.newcomer(Role.CONTRIBUTOR);
        Assessed assessment = newsroom.anAssessment().writtenBy(author).published();

        String anonymous = given().queryParam("subject", assessment.id())
                .get("/v1/audit/events")
                .asString();

        assertThat(anonymous).doesNotContain(author.name()).doesNotContain("actorName");
        assertThat(csv(assessment, null))
                .doesNotContain(author.name())
                .doesNotContain(newsroom.editor().name());
        assertThat(csv(assessment, newsroom.editor())).contains(author.name());
    }

    @Test
    void lists_show_a_draft_to_staff_only() {
        Assessed draft = newsroom.anAssessment().drafted();
        String list = draft.claim().path() + "/assessments";

        for (String query : List.of(
                "",
                "?state=draft",
                "?rating=false",
                "?assessor=" + newsroom.desk().id(),
                "?updatedSince=2000-01-01T00:00:00Z",
                "?limit=1",
                "?sort=recordedAt",
                "?knownAt=" + Instant.now())) {
            given().get(list + query)
                    .then()
                    .statusCode(200)
                    .body(hasJson("items", empty()))
                    .body(hasJson("next", nullValue()));
        }
        newsroom.contributor().request().get(list).then().body(hasJson("items.id", contains(draft.id())));
        newsroom.contributor()
                .request()
                .get(list + "?state=draft")
                .then()
                .body(hasJson("items.id", contains(draft.id())));
        given().queryParam("assessor", newsroom.desk().id())
                .queryParam("state", "draft")
                .get("/v1/assessments")
                .then()
                .body(hasJson("items", empty()));
    }

    @Test
    void a_page_does_not_count_what_it_hides() {
        Saved claim = newsroom.aClaim().saved();
        Assessed shown = newsroom.anAssessment().of(claim).published();
        newsroom.anAssessment().of(claim).by(newsroom.anAgent("Other desk")).drafted();

        given().queryParam("limit", 1)
                .get(claim.path() + "/assessments")
                .then()
                .body(hasJson("items.id", contains(shown.id())))
                .body(hasJson("next", nullValue()))
                .header("Link", nullValue());
    }

    @Test
    void lists_of_claims_do_not_betray_a_draft() {
        Saved assessor = newsroom.anAgent(unique("assessor"));
        String topic = unique("topic");
        Saved claim = newsroom.aClaim().about(topic).saved();
        String before = given().queryParam("topic", topic).get("/v1/claims").asString();
        String since = Instant.now().toString();

        newsroom.anAssessment().of(claim).by(assessor).rated("true").approved();

        assertThat(given().queryParam("topic", topic).get("/v1/claims").asString())
                .isEqualTo(before);
        for (Member reader : List.of(newsroom.contributor(), newsroom.editor())) {
            reader.request()
                    .queryParam("assessor", assessor.id())
                    .get("/v1/claims")
                    .then()
                    .body(hasJson("items", empty()));
        }
        noClaims("assessor", assessor.id());
        given().queryParam("topic", topic)
                .queryParam("verdict", "true")
                .get("/v1/claims")
                .then()
                .body(hasJson("items", empty()));
        given().queryParam("topic", topic)
                .queryParam("updatedSince", since)
                .get("/v1/claims")
                .then()
                .body(hasJson("items", empty()));
    }

    @Test
    void dossier_and_corrections_are_silent_about_drafts() {
        Assessed assessment = newsroom.anAssessment().rated("true").published();
        String dossier = assessment.claim().path() + "/dossier";
        String before = given().get(dossier).asString();

        assessment.redrafted(
                "rating", "false", "changeType", "correction", "changeReason", "r", "correctionNotice", "n");
        assessment.submitted().approved();

        assertThat(given().get(dossier).asString()).isEqualTo(before);
        assertThat(assessment.author().request().get(dossier).asString()).isEqualTo(before);
        given().queryParam("claim", assessment.claim().id())
                .get("/v1/corrections")
                .then()
                .body(hasJson("items", empty()));
    }

    @Test
    void what_was_known_at_an_instant_is_the_same_for_staff_and_the_public() {
        Assessed assessment = newsroom.anAssessment().published();
        assessment.redrafted(
                "rating", "true", "changeType", "correction", "changeReason", "r", "correctionNotice", "n");
        String now = Instant.now().toString();

        Response staff =
                newsroom.contributor().request().queryParam("knownAt", now).get(assessment.path());
        Response anonymous = given().queryParam("knownAt", now).get(assessment.path());

        staff.then().statusCode(200).body(hasJson("version", equalTo(1)));
        assertThat(staff.asByteArray()).isEqualTo(anonymous.asByteArray());
    }

    @Test
    void an_idempotency_key_gives_nobody_the_answer_of_another() {
        Member author = newsroom.newcomer(Role.CONTRIBUTOR);
        Member other = newsroom.newcomer(Role.CONTRIBUTOR);
        Member secondKey = newsroom.keyFor(author.name(), Role.CONTRIBUTOR);
        String secret = unique("secret");
        String key = UUID.randomUUID().toString();
        Saved claim = newsroom.aClaim().saved();
        var body = newsroom.anAssessment().restingSecretlyOn(secret).content();
        String path = claim.path() + "/assessments";
        author.request()
                .header("Idempotency-Key", key)
                .body(body)
                .post(path)
                .then()
                .statusCode(201);

        Response again =
                author.request().header("Idempotency-Key", key).body(body).post(path);
        Response byOther =
                other.request().header("Idempotency-Key", key).body("{}").post(path);
        Response bySecondKey =
                secondKey.request().header("Idempotency-Key", key).body(body).post(path);
        Response byNobody = given().contentType("application/json")
                .header("Idempotency-Key", key)
                .body(body)
                .post(path);

        again.then().header("Idempotency-Replayed", "true");
        assertThat(again.asString()).contains(secret);
        Refusal.of(byOther, ProblemType.INVALID);
        Refusal.of(bySecondKey, ProblemType.KEY_REUSED);
        Refusal.of(byNobody, ProblemType.UNAUTHENTICATED);
        assertThat(byOther.asString() + bySecondKey.asString() + byNobody.asString())
                .doesNotContain(secret);
    }

    private static void noClaims(String filter, String value) {
        given().queryParam(filter, value)
                .get("/v1/claims")
                .then()
                .statusCode(200)
                .body(hasJson("items", empty()));
    }

    private static List<String> names(Response response) {
        return response.headers().asList().stream()
                .map(header -> header.getName())
                .filter(name -> !name.equalsIgnoreCase("content-length"))
                .sorted()
                .toList();
    }

    private static List<String> eventTypes(Assessed assessment, @Nullable Member reader) {
        return (reader == null ? given() : reader.request())
                .queryParam("subject", assessment.id())
                .get("/v1/audit/events")
                .then()
                .statusCode(200)
                .extract()
                .as(Json.class)
                .at("items.type");
    }

    private static String csv(Assessed assessment, @Nullable Member reader) {
        return (reader == null ? given() : reader.request())
                .accept("text/csv")
                .queryParam("subject", assessment.id())
                .get("/v1/audit/events")
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }
}
