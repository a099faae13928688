package org.claimtrail.assessments;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.claimtrail.support.Json.hasJson;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.claimtrail.access.Role;
import org.claimtrail.shared.http.ProblemType;
import org.claimtrail.shared.id.Kind;
import org.claimtrail.shared.time.SystemTime;
import org.claimtrail.support.Assessed;
import org.claimtrail.support.Json;
import org.claimtrail.support.Member;
import org.claimtrail.support.Newsroom;
import org.claimtrail.support.Refusal;
import org.claimtrail.support.Saved;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Those who work on an assessment talk about it, and nobody else hears of it. */
@QuarkusTest
class ReviewCommentsTest {

    @Inject
    Newsroom newsroom;

    @Inject
    EntityManager entities;

    private Saved desk;
    private Member author;
    private Member editor;
    private Assessed draft;

    @BeforeEach
    void aDraftOfADesk() {
        desk = newsroom.aDesk();
        author = newsroom.newcomer(Role.CONTRIBUTOR, desk, "contributor");
        editor = newsroom.newcomer(Role.EDITOR, desk, "editor");
        draft = newsroom.anAssessment().writtenBy(author).drafted();
    }

    @Test
    void keeps_what_was_said_as_a_record() {
        Response said = post(
                editor,
                Map.of(
                        "text",
                        "Who *says* so?",
                        "assessmentVersion",
                        1,
                        "quote",
                        Map.of("exact", "words", "prefix", "the ")));

        said.then()
                .statusCode(201)
                .header("Location", matchesPattern(".*" + draft.path() + "/comments/comment_[0-9a-z]{26}"))
                .header("ETag", matchesPattern("\"1-.*\""))
                .header("Audit-Event", matchesPattern("event_.*"))
                .header("Cache-Control", equalTo("private, no-cache"))
                .body(hasJson("assessment", equalTo(draft.id())))
                .body(hasJson("author", equalTo(editor.pseudonym())))
                .body(hasJson("version", equalTo(1)))
                .body(hasJson("assessmentVersion", equalTo(1)))
                .body(hasJson("resolved", equalTo(false)))
                .body(hasJson("resolvedBy", nullValue()));
        String comment = at(said.as(Json.class).at("id"));
        Response read = author.request().get(comment);
        assertThat(read.asByteArray()).isEqualTo(said.asByteArray());
        assertThat(read.header("ETag")).isEqualTo(said.header("ETag"));
        assertThat(read.header("Link")).contains("<" + comment + "/versions/1>; rel=\"memento\"");
        author.request()
                .header("If-None-Match", read.header("ETag"))
                .get(comment)
                .then()
                .statusCode(304);
    }

    @Test
    void lists_what_stands_oldest_first() {
        String first = said(editor, "One.");
        String second = said(author, "Two.");
        edit(editor, first, Map.of("text", "One, said better.")).then().statusCode(200);

        Response page = author.request().queryParam("limit", 1).get(comments());
        assertThat(page.as(Json.class).<List<String>>at("items.id")).containsExactly(first);
        assertThat(page.as(Json.class).<List<String>>at("items.text")).containsExactly("One, said better.");
        Response rest = author.request()
                .queryParam("limit", 1)
                .queryParam("cursor", page.as(Json.class).<String>at("next"))
                .get(comments());

        assertThat(rest.as(Json.class).<List<String>>at("items.id")).containsExactly(second);
        assertThat(rest.as(Json.class).<String>at("next")).isNull();
    }

    @Test
    void lists_what_was_said_or_edited_since_an_instant() {
        String edited = said(editor, "One.");
        said(author, "Two.");
        String since = SystemTime.text(Instant.now());
        edit(editor, edited, Map.of("text", "One, said better.")).then().statusCode(200);
        String later = said(author, "Three.");

        Json page = author.request()
                .queryParam("updatedSince", since)
                .get(comments())
                .as(Json.class);

        assertThat(page.<List<String>>at("items.id")).containsExactly(edited, later);
    }

    @Test
    void makes_a_further_version_of_an_edit() {
        String id = said(editor, "First words.");
        byte[] first = editor.request().get(at(id)).asByteArray();

        Refusal.of(editor.request().body(Map.of("text", "x")).put(at(id)), ProblemType.PRECONDITION_REQUIRED);
        Refusal.of(
                editor.request()
                        .header("If-Match", "\"0-stale\"")
                        .body(Map.of("text", "x"))
                        .put(at(id)),
                ProblemType.STALE);
        edit(editor, id, Map.of("text", "Second words.")).then().statusCode(200).body(hasJson("version", equalTo(2)));

        assertThat(author.request().get(at(id) + "/versions/1").asByteArray()).isEqualTo(first);
        author.request()
                .get(at(id) + "/versions")
                .then()
                .body(hasJson("items.version", equalTo(List.of(2, 1))))
                .body(hasJson("items[0].url", equalTo(at(id) + "/versions/2")));
        author.request().get(at(id) + "/versions/3").then().statusCode(404);
        author.request().get(at(id) + "/versions/x").then().statusCode(404);
    }

    @Test
    void lets_nobody_put_words_into_another_s_mouth() {
        String id = said(editor, "My words.");

        for (Member other : List.of(author, newsroom.admin())) {
            Refusal.of(edit(other, id, Map.of("text", "Their words.")), ProblemType.FORBIDDEN);
        }
        editor.request().get(at(id)).then().body(hasJson("text", equalTo("My words.")));
    }

    @Test
    void lets_everybody_who_works_on_it_resolve_and_reopen() {
        String id = said(editor, "Which day?");

        Response resolved = edit(author, id, Map.of("text", "Which day?", "resolved", true));
        String at = resolved.then()
                .statusCode(200)
                .body(hasJson("author", equalTo(editor.pseudonym())))
                .body(hasJson("resolvedBy", equalTo(author.pseudonym())))
                .extract()
                .as(Json.class)
                .at("resolvedAt");
        assertThat(at).isEqualTo(resolved.as(Json.class).at("recordedAt"));
        edit(editor, id, Map.of("text", "On which day?", "resolved", true))
                .then()
                .body(hasJson("resolvedBy", equalTo(author.pseudonym())))
                .body(hasJson("resolvedAt", equalTo(at)));
        edit(author, id, Map.of("text", "On which day?"))
                .then()
                .body(hasJson("resolved", equalTo(false)))
                .body(hasJson("resolvedBy", nullValue()))
                .body(hasJson("resolvedAt", nullValue()));
    }

    @Test
    void takes_only_answers_to_and_versions_of_the_same_assessment() {
        String id = said(editor, "A question.");
        String elsewhere =
                newsroom.anAssessment().writtenBy(author).drafted().comment(author, Map.of("text", "Of another."));

        refused(post(author, Map.of("text", "x", "replyTo", elsewhere)), "/replyTo");
        refused(post(author, Map.of("text", "x", "replyTo", Newsroom.noSuch(Kind.COMMENT))), "/replyTo");
        refused(post(author, Map.of("text", "x", "replyTo", draft.id())), "/replyTo");
        refused(post(author, Map.of("text", "x", "assessmentVersion", 2)), "/assessmentVersion");
        refused(post(author, Map.of("text", " ")), "/text");
        refused(post(author, Map.of("text", "x".repeat(10_001))), "/text");
        Refusal.of(post(author, Map.of("text", "x", "replyTo", id, "resolved", true)), ProblemType.INVALID)
                .body(hasJson("errors.pointer", equalTo(List.of(""))));
        String answer = post(author, Map.of("text", "An answer.", "replyTo", id))
                .as(Json.class)
                .at("id");
        refused(edit(author, answer, Map.of("text", "An answer.")), "/replyTo");
    }

    @Test
    void is_told_to_nobody_else() {
        String word = Newsroom.unique("said");
        String onDraft = said(editor, word);
        Assessed published = published();
        String onPublished = published.comment(editor, Map.of("text", word));
        Member foreign = newsroom.newcomer(Role.EDITOR, newsroom.aDesk(), "editor");

        for (String path : List.of(comments(), at(onDraft), at(onDraft) + "/versions", at(onDraft) + "/versions/1")) {
            hiddenAs(draft.id(), path, foreign);
            hiddenAs(published.id(), path.replace(draft.id(), published.id()).replace(onDraft, onPublished), foreign);
        }
        for (String id : List.of(onDraft, onPublished)) {
            tellsNothing(given(), id);
            tellsNothing(foreign.request(), id);
            editor.request()
                    .queryParam("subject", id)
                    .get("/v1/audit/events")
                    .then()
                    .body(hasJson("items.type", equalTo(List.of("comment.created"))));
        }
        for (String shown : List.of(
                published.path(),
                published.path() + "/audit",
                published.claim().path() + "/dossier",
                "/v1/audit/events?subject=" + published.id())) {
            assertThat(given().get(shown).then().statusCode(200).extract().asString())
                    .doesNotContain(word)
                    .doesNotContain("comment");
        }
    }

    /** A colleague is answered as for an assessment that is not there, the public as on every route for staff. */
    private void hiddenAs(String assessment, String path, Member foreign) {
        String none = Newsroom.noSuch(Kind.ASSESSMENT);
        Response hidden = foreign.request().get(path);
        Response unknown = foreign.request().get(path.replace(assessment, none));
        Refusal.of(hidden, ProblemType.NOT_FOUND);
        assertThat(hidden.asString().replace(assessment, none)).isEqualTo(unknown.asString());
        assertThat(given().get(path).asString().replace(assessment, none))
                .isEqualTo(given().get(path.replace(assessment, none)).asString());
        given().get(path).then().statusCode(401);
    }

    private static void tellsNothing(RequestSpecification reader, String comment) {
        reader.queryParam("subject", comment)
                .get("/v1/audit/events")
                .then()
                .statusCode(200)
                .body(hasJson("items", empty()));
    }

    @Test
    void is_read_by_auditors_who_write_nothing() {
        String id = said(editor, "For the record.");

        newsroom.auditor().request().get(at(id)).then().statusCode(200);
        Refusal.of(post(newsroom.auditor(), Map.of("text", "x")), ProblemType.FORBIDDEN);
        Refusal.of(edit(newsroom.auditor(), id, Map.of("text", "For the record.")), ProblemType.FORBIDDEN);
    }

    @Test
    void belongs_to_no_other_assessment() {
        String id = said(editor, "Here.");
        Assessed other = newsroom.anAssessment().writtenBy(author).drafted();
        String there = other.path() + "/comments/" + id;

        Refusal.of(author.request().get(there), ProblemType.NOT_FOUND);
        Refusal.of(author.request().get(there + "/versions"), ProblemType.NOT_FOUND);
        Refusal.of(
                editor.request()
                        .header("If-Match", "*")
                        .body(Map.of("text", "x"))
                        .put(there),
                ProblemType.NOT_FOUND);
        Refusal.of(erase(there), ProblemType.NOT_FOUND);
    }

    @Test
    void goes_with_the_assessment_to_another_desk() {
        String id = said(editor, "Whose is it?");
        Saved next = newsroom.aDesk();
        Member there = newsroom.newcomer(Role.CONTRIBUTOR, next, "contributor");

        draft.step("transfer", editor, Map.of("desk", next.id(), "reason", "theirs"))
                .then()
                .statusCode(204);

        there.request().get(at(id)).then().statusCode(200);
        author.request().get(at(id)).then().statusCode(404);
        tellsNothing(author.request(), id);
    }

    @Test
    void stays_with_staff_while_the_assessment_is_withheld() {
        Assessed published = published();
        String id = published.comment(editor, Map.of("text", "Careful."));
        published.step("withhold", editor, Map.of("reason", "safety")).then().statusCode(200);

        author.request()
                .get(published.path() + "/comments/" + id)
                .then()
                .statusCode(200)
                .header("Withheld", "safety");
        given().get(published.path() + "/comments/" + id).then().statusCode(401);
    }

    @Test
    void leaves_nothing_but_its_events_when_it_is_erased() {
        String id = said(editor, "A name that must not be here.");
        edit(editor, id, Map.of("text", "A name.")).then().statusCode(200);
        String kept = said(author, "Something else.");

        erase(at(id))
                .then()
                .statusCode(200)
                .body(hasJson("record", equalTo(id)))
                .body(hasJson("basis", equalTo("gdpr_art_17")));

        Refusal.of(editor.request().get(at(id)), ProblemType.ERASED);
        Refusal.of(editor.request().get(at(id) + "/versions/1"), ProblemType.ERASED);
        Refusal.of(edit(editor, id, Map.of("text", "x")), ProblemType.ERASED);
        assertThat(editor.request().get(comments()).as(Json.class).<List<String>>at("items.id"))
                .containsExactly(kept);
        editor.request()
                .queryParam("subject", id)
                .get("/v1/audit/events")
                .then()
                .body(hasJson("items.type", equalTo(List.of("comment.created", "comment.edited", "comment.erased"))));
        tellsNothing(newsroom.newcomer(Role.EDITOR, newsroom.aDesk(), "editor").request(), id);
    }

    @Test
    void is_erased_with_the_assessment() {
        String id = said(editor, "About what is to go.");
        String before = said(editor, "Gone before.");
        erase(at(before)).then().statusCode(200);

        assertThat(contents(id)).isOne();
        erase(draft.path()).then().statusCode(200);

        Refusal.of(author.request().get(at(id)), ProblemType.ERASED);
        Refusal.of(author.request().get(comments()), ProblemType.ERASED);
        Refusal.of(post(author, Map.of("text", "x")), ProblemType.ERASED);
        for (String comment : List.of(id, before)) {
            author.request()
                    .queryParam("subject", comment)
                    .get("/v1/audit/events")
                    .then()
                    .body(hasJson("items.type", equalTo(List.of("comment.created", "comment.erased"))));
            assertThat(contents(comment)).isZero();
        }
    }

    /** How many contents are left that tell something. */
    private long contents(String comment) {
        return ((Number) entities.createNativeQuery("select count(*) from audit_content c join audit_event e"
                                + " on e.event_id = c.event_id where e.subject = ?1 and e.type <> 'comment.erased'")
                        .setParameter(1, comment)
                        .getSingleResult())
                .longValue();
    }

    private Assessed published() {
        Assessed assessed = newsroom.anAssessment().writtenBy(author).drafted();
        assessed.step("submit", author).then().statusCode(200);
        assessed.step("approve", editor).then().statusCode(200);
        assessed.step("publish", editor).then().statusCode(200);
        return assessed;
    }

    private String said(Member by, String text) {
        return draft.comment(by, Map.of("text", text));
    }

    private Response post(Member by, Map<String, Object> body) {
        return by.request().body(body).post(comments());
    }

    private Response edit(Member by, String id, Map<String, Object> body) {
        return by.request().header("If-Match", "*").body(body).put(at(id));
    }

    private Response erase(String path) {
        return newsroom.admin()
                .request()
                .header("If-Match", "*")
                .body(Map.of("basis", "gdpr_art_17"))
                .post(path + "/erase");
    }

    private String comments() {
        return draft.path() + "/comments";
    }

    private String at(String id) {
        return comments() + "/" + id;
    }

    private static void refused(Response answer, String pointer) {
        Refusal.of(answer, ProblemType.INVALID).body(hasJson("errors[0].pointer", equalTo(pointer)));
    }
}
