package org.claimtrail.assessments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.claimtrail.support.Json.hasJson;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.claimtrail.access.Role;
import org.claimtrail.shared.http.ProblemType;
import org.claimtrail.shared.time.SystemTime;
import org.claimtrail.support.Assessed;
import org.claimtrail.support.Json;
import org.claimtrail.support.Member;
import org.claimtrail.support.Newsroom;
import org.claimtrail.support.Refusal;
import org.claimtrail.support.Saved;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who is to review what, until when, and in which order it waits. Each test has a desk of its own. */
@QuarkusTest
class ReviewQueueTest {

    /** Counted from when the tests run, which is what is wanted. */
    @SuppressWarnings("TimeInStaticInitializer")
    private static final Instant SOON = Instant.now().plus(Duration.ofHours(2)).truncatedTo(ChronoUnit.SECONDS);

    @Inject
    Newsroom newsroom;

    private Saved desk;
    private Member author;
    private Member editor;
    private Member second;

    @BeforeEach
    void aDesk() {
        desk = newsroom.aDesk();
        author = newsroom.newcomer(Role.CONTRIBUTOR, desk, "contributor");
        editor = newsroom.newcomer(Role.EDITOR, desk, "editor");
        second = newsroom.newcomer(Role.EDITOR, desk, "editor");
    }

    @Test
    void says_who_reviews_what_and_until_when() {
        Assessed assessment = submitted();

        assign(assessment, editor, second, SOON)
                .then()
                .statusCode(200)
                .body(hasJson("assignee", equalTo(second.pseudonym())))
                .body(hasJson("due", equalTo(SystemTime.text(SOON))));

        assertThat(queue(editor, ""))
                .singleElement()
                .satisfies(entry -> assertThat(entry)
                        .containsEntry("assignee", second.pseudonym())
                        .containsEntry("assigneeName", second.name())
                        .containsEntry("due", SystemTime.text(SOON))
                        .containsEntry("desk", desk.id())
                        .containsEntry("waitsFor", "approval"));
        newsroom.auditor()
                .request()
                .queryParam("subject", assessment.id())
                .queryParam("type", "assessment.review_assigned")
                .get("/v1/audit/events")
                .then()
                .body(hasJson("items.actor", equalTo(List.of(editor.pseudonym()))));
    }

    @Test
    void counts_what_was_said_and_what_is_not_settled() {
        Assessed discussed = submitted();
        Assessed quiet = submitted();
        String question = discussed.comment(editor, Map.of("text", "Who says so?"));
        discussed.comment(author, Map.of("text", "She does.", "replyTo", question));
        discussed.comment(editor, Map.of("text", "Settled.", "resolved", true));

        List<Map<String, Object>> entries = queue(editor, "");

        assertThat(ids(entries)).containsExactly(discussed.id(), quiet.id());
        assertThat(entries.get(0)).containsEntry("comments", 3).containsEntry("unresolvedComments", 1);
        assertThat(entries.get(1)).containsEntry("comments", 0).containsEntry("unresolvedComments", 0);
    }

    @Test
    void is_ordered_by_due_then_by_age() {
        Assessed first = submitted();
        Assessed late = submitted();
        Assessed urgent = submitted();
        Assessed last = submitted();
        assign(late, editor, null, SOON.plusSeconds(60)).then().statusCode(200);
        assign(urgent, editor, null, SOON).then().statusCode(200);

        assertThat(ids(queue(editor, ""))).containsExactly(urgent.id(), late.id(), first.id(), last.id());
    }

    @Test
    void is_narrowed_by_assignee_due_state_and_desk() {
        Assessed mine = submitted();
        Assessed overdue = submitted();
        Assessed approved = submitted();
        Assessed scheduled = submitted();
        assign(mine, editor, second, SOON).then().statusCode(200);
        assign(overdue, editor, editor, Instant.now().minusSeconds(60)).then().statusCode(200);
        for (Assessed assessment : List.of(approved, scheduled)) {
            assessment.step("approve", editor).then().statusCode(200);
        }
        scheduled.step("publish", editor, Map.of("at", SOON.toString())).then().statusCode(200);

        assertThat(ids(queue(second, "assignee=me"))).containsExactly(mine.id());
        assertThat(ids(queue(second, "assignee=" + editor.pseudonym()))).containsExactly(overdue.id());
        assertThat(ids(queue(second, "assignee=none"))).containsExactly(approved.id(), scheduled.id());
        assertThat(ids(queue(second, "due=overdue"))).containsExactly(overdue.id());
        assertThat(ids(queue(second, "dueBefore=" + SOON.plusSeconds(1)))).containsExactly(overdue.id(), mine.id());
        assertThat(ids(queue(second, "state=in_review"))).containsExactly(overdue.id(), mine.id());
        assertThat(ids(queue(second, "state=approved"))).containsExactly(approved.id());
        assertThat(queue(second, "state=scheduled"))
                .singleElement()
                .satisfies(entry -> assertThat(entry).containsEntry("publishAt", SystemTime.text(SOON)));
        Member elsewhere = newsroom.newcomer(Role.EDITOR, newsroom.aDesk(), "editor");
        assertThat(queue(elsewhere, "")).isEmpty();
    }

    @Test
    void tells_what_came_since_an_instant() {
        Assessed before = submitted();
        Assessed assigned = submitted();
        Assessed discussed = submitted();
        Assessed silenced = submitted();
        String comment = silenced.comment(editor, Map.of("text", "Nonsense."));
        String since = SystemTime.text(Instant.now());
        Assessed after = submitted();
        assign(assigned, editor, second, SOON).then().statusCode(200);
        discussed.comment(editor, Map.of("text", "Who says so?"));
        newsroom.admin()
                .request()
                .header("If-Match", "*")
                .body(Map.of("basis", "gdpr_art_17"))
                .post(silenced.path() + "/comments/" + comment + "/erase")
                .then()
                .statusCode(200);

        assertThat(ids(queue(editor, "updatedSince=" + since)))
                .contains(after.id(), assigned.id(), discussed.id(), silenced.id())
                .doesNotContain(before.id());
    }

    @Test
    void refuses_what_it_does_not_know() {
        for (String query :
                List.of("assignee=somebody", "due=soon", "dueBefore=soon", "state=draft", "desk=x", "cursor=x")) {
            assertThat(editor.request().get("/v1/reviews?" + query).statusCode())
                    .as(query)
                    .isEqualTo(400);
        }
    }

    @Test
    void takes_a_reviewer_who_may_approve_and_wrote_nothing() {
        Member writing = newsroom.newcomer(Role.EDITOR, desk, "editor");
        Member elsewhere = newsroom.newcomer(Role.EDITOR, newsroom.aDesk(), "editor");
        Assessed assessment = submittedBy(writing);

        for (Member unfit : List.of(author, writing, elsewhere, newsroom.auditor())) {
            Refusal.of(assign(assessment, editor, unfit, SOON), ProblemType.INVALID)
                    .body(hasJson("errors[0].pointer", equalTo("/assignee")));
        }
        Response unknown = editor.request()
                .header("If-Match", "*")
                .body(Map.of("assignee", "a:nobody"))
                .put(assessment.path() + "/review");
        Refusal.of(unknown, ProblemType.INVALID).body(hasJson("errors[0].code", equalTo("unknown_reference")));
        assign(assessment, editor, newsroom.admin(), SOON).then().statusCode(200);
    }

    @Test
    void takes_editors_where_there_is_no_desk() {
        Assessed assessment = newsroom.anAssessment().submitted();

        Refusal.of(
                assign(assessment, newsroom.editor(), newsroom.newcomer(Role.CONTRIBUTOR), SOON), ProblemType.INVALID);
        Member gone = newsroom.newcomer(Role.EDITOR);
        newsroom.revoke(gone);
        Refusal.of(assign(assessment, newsroom.editor(), gone, SOON), ProblemType.INVALID);
        assign(assessment, newsroom.editor(), newsroom.newcomer(Role.EDITOR), SOON)
                .then()
                .statusCode(200);
    }

    @Test
    void is_proposed_by_authors_and_assigned_by_editors() {
        Assessed assessment = submitted();
        Member colleague = newsroom.newcomer(Role.CONTRIBUTOR, desk, "contributor");

        assign(assessment, author, second, SOON).then().statusCode(200);
        Refusal.of(assign(assessment, colleague, second, SOON), ProblemType.FORBIDDEN);
        Refusal.of(assign(assessment, newsroom.newcomer(Role.EDITOR), second, SOON), ProblemType.NOT_FOUND);
        assign(assessment, editor, null, null).then().statusCode(200);

        assertThat(queue(editor, "").get(0)).doesNotContainKeys("assignee", "due");
    }

    @Test
    void stays_over_a_further_draft_unless_the_reviewer_writes_it() {
        Assessed assessment = submitted();
        assign(assessment, editor, second, SOON).then().statusCode(200);
        assessment.step("return", editor).then().statusCode(200);
        assessment.redrafted("body", "better").submitted();
        assertThat(ids(queue(second, "assignee=me"))).containsExactly(assessment.id());

        assessment.step("return", editor).then().statusCode(200);
        assessment.edit(second, "body", "best").then().statusCode(200);
        assessment.submitted();

        assertThat(queue(editor, "").get(0)).doesNotContainKey("assignee").containsKey("due");
    }

    @Test
    void ends_with_the_desk_and_with_publication() {
        Assessed given = submitted();
        Saved other = newsroom.aDesk();
        Member next = newsroom.newcomer(Role.EDITOR, other, "editor");
        assign(given, editor, second, SOON).then().statusCode(200);
        given.step("transfer", editor, Map.of("desk", other.id(), "reason", "theirs"))
                .then()
                .statusCode(204);
        assertThat(queue(next, "").get(0)).doesNotContainKey("assignee").containsKey("due");

        given.step("approve", next).then().statusCode(200);
        given.step("publish", next).then().statusCode(200);
        Refusal.of(assign(given, next, next, SOON), ProblemType.WRONG_STATE);
    }

    private Assessed submitted() {
        return submittedBy(author);
    }

    private Assessed submittedBy(Member writer) {
        return newsroom.anAssessment().writtenBy(writer).submitted();
    }

    private static Response assign(Assessed assessment, Member by, @Nullable Member reviewer, @Nullable Instant due) {
        Map<String, Object> body = Newsroom.body();
        if (reviewer != null) {
            body.put("assignee", reviewer.pseudonym());
        }
        if (due != null) {
            body.put("due", due.toString());
        }
        return by.request().header("If-Match", "*").body(body).put(assessment.path() + "/review");
    }

    private static List<String> ids(List<Map<String, Object>> entries) {
        return entries.stream()
                .map(entry -> entry.get("assessment") instanceof Map<?, ?> shown ? String.valueOf(shown.get("id")) : "")
                .toList();
    }

    /** Of the test's desk, a page of two at a time. */
    private List<Map<String, Object>> queue(Member reader, String query) {
        List<Map<String, Object>> entries = new ArrayList<>();
        @Nullable String cursor = "";
        while (cursor != null) {
            var page = reader.request()
                    .get("/v1/reviews?limit=2" + (query.isEmpty() ? "" : "&" + query)
                            + (cursor.isEmpty() ? "" : "&cursor=" + cursor))
                    .then()
                    .statusCode(200)
                    .extract();
            page.as(Json.class).<List<Map<String, Object>>>at("items").stream()
                    .filter(entry -> entry.containsKey("desk"))
                    .forEach(entries::add);
            cursor = page.as(Json.class).at("next");
        }
        return entries;
    }
}
