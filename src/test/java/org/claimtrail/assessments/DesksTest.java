package org.claimtrail.assessments;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.claimtrail.support.Json.hasJson;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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

/** What a desk keeps to itself, and how records come to a desk. Who may call what is RolesTest's table. */
@QuarkusTest
class DesksTest {

    @Inject
    Newsroom newsroom;

    @Test
    void a_record_belongs_to_the_only_desk_of_its_author() {
        Saved desk = newsroom.aDesk();
        Member author = newsroom.newcomer(Role.CONTRIBUTOR, desk, "contributor");

        Saved claim = newsroom.aClaim().writtenBy(author).saved();
        Assessed draft = newsroom.anAssessment().writtenBy(author).drafted();

        assertThat(deskOf(claim.path(), author)).isEqualTo(desk.id());
        assertThat(deskOf(draft.path(), author)).isEqualTo(desk.id());
        assertThat(deskOf(draft.claim().path(), author)).isNull();
    }

    @Test
    void who_works_on_several_desks_says_which() {
        Saved one = newsroom.aDesk();
        Saved other = newsroom.aDesk();
        Member author = newsroom.newcomer(Role.CONTRIBUTOR, one, "contributor");
        newsroom.join(author, other, "contributor");

        Response unsaid = record(author, null);
        Response said = record(author, other.id());

        Refusal.of(unsaid, ProblemType.BAD_PARAMETER).body(hasJson("errors.parameter", hasItem("desk")));
        assertThat(unsaid.asString()).contains(one.id()).contains(other.id());
        assertThat(said.statusCode()).isEqualTo(201);
        assertThat(said.header("Desk")).isEqualTo(other.id());
    }

    @Test
    void nobody_records_for_a_desk_that_is_not_theirs_but_an_administrator() {
        Saved desk = newsroom.aDesk();

        Refusal.of(record(newsroom.contributor(), desk.id()), ProblemType.FORBIDDEN);
        Refusal.of(record(newsroom.contributor(), Newsroom.noSuch(Kind.DESK)), ProblemType.BAD_PARAMETER);
        assertThat(record(newsroom.admin(), desk.id()).header("Desk")).isEqualTo(desk.id());
    }

    @Test
    void a_request_cannot_set_the_desk_in_its_body() {
        Map<String, Object> content =
                newsroom.aClaim().with("desk", newsroom.aDesk().id()).content();

        newsroom.contributor().request().body(content).post("/v1/claims").then().statusCode(400);
    }

    @Test
    void a_closed_desk_takes_nothing_more_and_keeps_what_it_has() {
        Saved desk = newsroom.aDesk();
        Member author = newsroom.newcomer(Role.CONTRIBUTOR, desk, "contributor");
        Assessed draft = newsroom.anAssessment().writtenBy(author).drafted();
        newsroom.admin().request().post(desk.path() + "/close").then().statusCode(200);

        Refusal.of(record(author, desk.id()), ProblemType.BAD_PARAMETER);
        assertThat(record(author, null).header("Desk")).isNull();
        draft.step("submit", author).then().statusCode(200);
        newsroom.contributor().request().get(draft.path()).then().statusCode(404);
        Response late = newsroom.admin()
                .request()
                .body(Map.of("role", "editor"))
                .put(desk.path() + "/members/" + newsroom.editor().pseudonym());
        Refusal.of(late, ProblemType.WRONG_STATE);
    }

    @Test
    void a_name_is_one_desks() {
        Saved desk = newsroom.aDesk();
        String name =
                newsroom.auditor().request().get(desk.path()).as(Json.class).at("name");

        Refusal.of(newsroom.admin().request().body(Map.of("name", name)).post("/v1/desks"), ProblemType.CONFLICT);
    }

    @Test
    void members_are_listed_and_their_coming_and_going_is_logged_without_names() {
        Saved desk = newsroom.aDesk();
        Member member = newsroom.newcomer(Role.EDITOR, desk, "contributor");
        newsroom.join(member, desk, "editor");
        newsroom.join(member, desk, "editor");
        newsroom.contributor()
                .request()
                .get(desk.path() + "/members")
                .then()
                .body(hasJson("items.actor", hasItem(member.pseudonym())))
                .body(hasJson("items.holder", hasItem(member.name())))
                .body(hasJson("items.role", hasItem("editor")));

        newsroom.admin()
                .request()
                .delete(desk.path() + "/members/" + member.pseudonym())
                .then()
                .statusCode(204)
                .header("Audit-Event", startsWith("event_"));

        List<String> types = newsroom.auditor()
                .request()
                .get("/v1/audit/events?subject=" + desk.id())
                .as(Json.class)
                .at("items.type");
        assertThat(types)
                .containsExactly("desk.created", "desk.member_added", "desk.member_changed", "desk.member_removed");
        given().get("/v1/audit/events?subject=" + desk.id()).then().body("items.size()", org.hamcrest.Matchers.is(0));
    }

    @Test
    void a_draft_is_nowhere_for_another_desk() {
        Saved desk = newsroom.aDesk();
        Assessed draft = newsroom.anAssessment()
                .writtenBy(newsroom.newcomer(Role.CONTRIBUTOR, desk, "contributor"))
                .submitted();
        Member foreign = newsroom.newcomer(Role.EDITOR, newsroom.aDesk(), "editor");
        Member own = newsroom.newcomer(Role.EDITOR, desk, "editor");

        for (String list : List.of(
                draft.claim().path() + "/assessments",
                "/v1/assessments?limit=200&desk=" + desk.id(),
                "/v1/reviews?limit=200",
                "/v1/audit/events?subject=" + draft.id())) {
            assertThat(own.request().get(list).asString()).as(list).contains(draft.id());
            assertThat(foreign.request().get(list).asString()).as(list).doesNotContain(draft.id());
        }
        for (String one : List.of("", "/versions", "/versions/1", "/diff?from=1&to=1", "/audit")) {
            own.request().get(draft.path() + one).then().statusCode(200);
            Refusal.of(foreign.request().get(draft.path() + one), ProblemType.NOT_FOUND);
        }
        Refusal.of(draft.step("approve", foreign), ProblemType.NOT_FOUND);
        Refusal.of(foreign.request().get("/v1/audit/bundles/" + eventOf(draft, own)), ProblemType.NOT_FOUND);
    }

    @Test
    void another_desk_goes_on_seeing_what_is_published_while_a_new_version_is_written() {
        Saved desk = newsroom.aDesk();
        Member author = newsroom.newcomer(Role.CONTRIBUTOR, desk, "contributor");
        Assessed assessed = publishedOn(desk, author);
        assessed.edit(author, "changeType", "update", "changeReason", "the reason", "correctionNotice", "the notice")
                .then()
                .statusCode(200);
        Member foreign = newsroom.newcomer(Role.EDITOR, newsroom.aDesk(), "editor");

        Response seen = foreign.request().get(assessed.path());
        Response published = given().get(assessed.path());

        assertThat(seen.asString()).isEqualTo(published.asString());
        assertThat(seen.header("ETag")).isEqualTo(published.header("ETag"));
        assertThat(seen.header("Assessment-State")).isNull();
        assertThat(seen.header("Desk")).isEqualTo(desk.id());
        assertThat(published.header("Desk")).isNull();
        foreign.request().get(assessed.path() + "/versions/2").then().statusCode(404);
        Refusal.of(assessed.step("submit", foreign), ProblemType.FORBIDDEN);
        author.request().get(assessed.path()).then().header("Assessment-State", "draft");
    }

    @Test
    void what_is_sealed_is_opened_for_editors_of_the_desk_and_who_sealed_it() {
        Saved desk = newsroom.aDesk();
        Member author = newsroom.newcomer(Role.CONTRIBUTOR, desk, "contributor");
        Member asContributor = newsroom.newcomer(Role.EDITOR, desk, "contributor");
        Member editor = newsroom.newcomer(Role.EDITOR, desk, "editor");
        String secret = Newsroom.unique("secret");
        Assessed draft = newsroom.anAssessment()
                .writtenBy(author)
                .restingSecretlyOn(secret)
                .submitted();
        for (String step : List.of("approve", "publish")) {
            draft.step(step, editor).then().statusCode(200);
        }

        for (Member reader : List.of(author, editor, newsroom.auditor(), newsroom.admin())) {
            assertThat(reader.request().get(draft.path()).asString()).contains(secret);
        }
        for (Member reader : List.of(asContributor, newsroom.editor(), newsroom.contributor())) {
            assertThat(reader.request().get(draft.path()).asString()).doesNotContain(secret);
        }
    }

    @Test
    void who_is_taken_off_a_desk_is_off_it_at_once() {
        Saved desk = newsroom.aDesk();
        Member author = newsroom.newcomer(Role.CONTRIBUTOR, desk, "contributor");
        Assessed draft = newsroom.anAssessment().writtenBy(author).drafted();

        newsroom.admin().request().delete(desk.path() + "/members/" + author.pseudonym());

        Refusal.of(author.request().get(draft.path()), ProblemType.NOT_FOUND);
        Refusal.of(draft.step("submit", author), ProblemType.NOT_FOUND);
    }

    @Test
    void a_record_goes_to_another_desk_by_an_editor_of_its_own() {
        Saved desk = newsroom.aDesk();
        Saved next = newsroom.aDesk();
        Member editor = newsroom.newcomer(Role.EDITOR, desk, "editor");
        Member newEditor = newsroom.newcomer(Role.EDITOR, next, "editor");
        Saved claim = newsroom.aClaim().writtenBy(editor).saved();
        Assessed draft = newsroom.anAssessment().writtenBy(editor).drafted();
        String body = editor.request().get(claim.path()).asString();

        Refusal.of(transfer(newEditor, claim.path(), next), ProblemType.FORBIDDEN);
        Refusal.of(transfer(newEditor, draft.path(), next), ProblemType.NOT_FOUND);
        Refusal.of(transfer(editor, claim.path(), desk), ProblemType.INVALID);
        assertThat(transfer(editor, claim.path(), next).statusCode()).isEqualTo(204);
        assertThat(transfer(editor, draft.path(), next).statusCode()).isEqualTo(204);

        assertThat(deskOf(claim.path(), editor)).isEqualTo(next.id());
        assertThat(editor.request().get(claim.path()).asString()).isEqualTo(body);
        editor.request().get(draft.path()).then().statusCode(404);
        newEditor.request().get(draft.path()).then().statusCode(200);
        newEditor
                .request()
                .get(claim.path() + "/audit")
                .then()
                .body(hasJson("items.type", hasItem("claim.transferred")));
        given().get(claim.path() + "/audit").then().body(hasJson("items.type", not(hasItem("claim.transferred"))));
    }

    @Test
    void a_merge_needs_an_editor_of_both_desks() {
        Saved desk = newsroom.aDesk();
        Saved other = newsroom.aDesk();
        Member editor = newsroom.newcomer(Role.EDITOR, desk, "editor");
        Saved mine = newsroom.aClaim().writtenBy(editor).saved();
        Saved theirs = newsroom.aClaim()
                .writtenBy(newsroom.newcomer(Role.EDITOR, other, "editor"))
                .saved();

        Refusal.of(merge(editor, mine, theirs), ProblemType.FORBIDDEN);
        Refusal.of(merge(editor, theirs, mine), ProblemType.FORBIDDEN);
        newsroom.join(editor, other, "editor");
        assertThat(merge(editor, mine, theirs).statusCode()).isEqualTo(200);
    }

    @Test
    void everyone_who_writes_assesses_the_claims_of_every_desk_for_their_own() {
        Saved claim = newsroom.aClaim()
                .writtenBy(newsroom.newcomer(Role.CONTRIBUTOR, newsroom.aDesk(), "contributor"))
                .saved();
        Saved desk = newsroom.aDesk();
        Member author = newsroom.newcomer(Role.CONTRIBUTOR, desk, "contributor");

        Assessed draft = newsroom.anAssessment().of(claim).writtenBy(author).drafted();

        assertThat(deskOf(draft.path(), author)).isEqualTo(desk.id());
    }

    @Test
    void what_a_desk_withholds_is_withheld_from_other_desks_too() {
        Saved desk = newsroom.aDesk();
        Member editor = newsroom.newcomer(Role.EDITOR, desk, "editor");
        Saved claim = newsroom.aClaim().writtenBy(editor).saved();
        editor.request()
                .header("If-Match", "*")
                .body(Map.of("reason", "safety"))
                .post(claim.path() + "/withhold")
                .then()
                .statusCode(200);

        Refusal.of(newsroom.editor().request().get(claim.path()), ProblemType.WITHHELD);
        newsroom.editor()
                .request()
                .get("/v1/claims?desk=" + desk.id())
                .then()
                .body(hasJson("items.id", not(hasItem(claim.id()))));
        editor.request().get("/v1/claims?desk=" + desk.id()).then().body(hasJson("items.id", hasItem(claim.id())));
        Refusal.of(
                newsroom.anAssessment()
                        .of(claim)
                        .writtenBy(newsroom.contributor())
                        .draft(),
                ProblemType.WITHHELD);
    }

    @Test
    void that_a_draft_was_erased_is_not_told_to_other_desks() {
        Saved desk = newsroom.aDesk();
        Member author = newsroom.newcomer(Role.CONTRIBUTOR, desk, "contributor");
        Assessed draft = newsroom.anAssessment().writtenBy(author).drafted();
        newsroom.admin()
                .request()
                .header("If-Match", "*")
                .body(Map.of("basis", "court_order"))
                .post(draft.path() + "/erase")
                .then()
                .statusCode(200);

        Refusal.of(author.request().get(draft.path()), ProblemType.ERASED);
        Refusal.of(newsroom.editor().request().get(draft.path()), ProblemType.NOT_FOUND);
        Refusal.of(newsroom.editor().request().get(draft.path() + "/audit"), ProblemType.NOT_FOUND);
        Refusal.of(draft.step("submit", newsroom.contributor()), ProblemType.NOT_FOUND);
    }

    @Test
    void pages_are_full_although_rows_between_are_hidden() {
        Saved desk = newsroom.aDesk();
        Member hidden = newsroom.newcomer(Role.CONTRIBUTOR, desk, "contributor");
        Member plain = newsroom.newcomer(Role.CONTRIBUTOR);
        Saved claim = newsroom.aClaim().saved();
        List<String> visible = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            newsroom.anAssessment().of(claim).writtenBy(hidden).drafted();
            visible.add(
                    0,
                    newsroom.anAssessment().of(claim).writtenBy(plain).drafted().id());
        }

        List<String> found = new ArrayList<>();
        List<Integer> sizes = new ArrayList<>();
        String next = "";
        while (next != null) {
            Response page = plain.request()
                    .get(claim.path() + "/assessments?limit=2" + (next.isEmpty() ? "" : "&cursor=" + next));
            List<String> ids = page.as(Json.class).at("items.id");
            found.addAll(ids);
            sizes.add(ids.size());
            next = page.as(Json.class).at("next");
        }

        assertThat(found).isEqualTo(visible);
        assertThat(sizes).containsExactly(2, 2);
    }

    @Test
    void lists_are_filtered_by_desk_for_staff_and_not_for_the_public() {
        Saved desk = newsroom.aDesk();
        Member author = newsroom.newcomer(Role.CONTRIBUTOR, desk, "contributor");
        Saved claim = newsroom.aClaim().writtenBy(author).saved();
        Assessed assessed = publishedOn(desk, author);

        List<String> claims = newsroom.contributor()
                .request()
                .get("/v1/claims?desk=" + desk.id())
                .as(Json.class)
                .at("items.id");
        List<String> published = newsroom.contributor()
                .request()
                .get("/v1/assessments?desk=" + desk.id())
                .as(Json.class)
                .at("items.id");

        assertThat(claims).containsExactly(claim.id());
        assertThat(published).containsExactly(assessed.id());
        given().get("/v1/claims?desk=" + desk.id()).then().statusCode(401);
        given().get("/v1/assessments?desk=" + desk.id()).then().statusCode(401);
        given().get(claim.path()).then().header("Desk", nullValue());
    }

    private Assessed publishedOn(Saved desk, Member author) {
        Member editor = newsroom.newcomer(Role.EDITOR, desk, "editor");
        Assessed assessed = newsroom.anAssessment().writtenBy(author).submitted();
        for (String step : List.of("approve", "publish")) {
            assessed.step(step, editor).then().statusCode(200);
        }
        return assessed;
    }

    private Response record(Member author, @Nullable String desk) {
        return author.request()
                .body(newsroom.aClaim().content())
                .post("/v1/claims" + (desk == null ? "" : "?desk=" + desk));
    }

    private static Response transfer(Member by, String path, Saved desk) {
        return by.request()
                .header("If-Match", "*")
                .body(Map.of("desk", desk.id(), "reason", "the reason"))
                .post(path + "/transfer");
    }

    private static Response merge(Member by, Saved from, Saved into) {
        return by.request()
                .header("If-Match", "*")
                .body(Map.of("into", into.id(), "changeReason", "the reason"))
                .post(from.path() + "/merge");
    }

    private static @Nullable String deskOf(String path, Member reader) {
        return reader.request().get(path).header("Desk");
    }

    private static String eventOf(Assessed draft, Member reader) {
        return reader.request().get(draft.path() + "/audit").as(Json.class).at("items[0].id");
    }
}
