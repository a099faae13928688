package org.claimtrail.assessments;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.claimtrail.access.Role;
import org.claimtrail.support.Assessed;
import org.claimtrail.support.Json;
import org.claimtrail.support.Member;
import org.claimtrail.support.Newsroom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What waits for whom. */
@QuarkusTest
class ReviewsTest {

    @Inject
    Newsroom newsroom;

    @Test
    void what_others_handed_in_waits_for_editors() {
        Assessed assessment = newsroom.anAssessment().drafted();
        assertThat(waiting(newsroom.editor(), assessment)).isNull();

        assessment.step("submit", assessment.author(), Map.of("comment", "see the second quote"));

        assertThat(waiting(newsroom.editor(), assessment))
                .containsEntry("waitsFor", "approval")
                .containsEntry("comment", "see the second quote");
        assertThat(waiting(newsroom.admin(), assessment)).containsEntry("waitsFor", "approval");
        assertThat(waiting(newsroom.auditor(), assessment)).containsEntry("waitsFor", "approval");
        assertThat(waiting(assessment.author(), assessment)).isNull();
    }

    @Test
    void what_editors_wrote_themselves_does_not_wait_for_them_before_it_is_approved() {
        Member author = newsroom.newcomer(Role.EDITOR);
        Assessed assessment = newsroom.anAssessment().writtenBy(author).submitted();

        assertThat(waiting(author, assessment)).isNull();
        assertThat(waiting(newsroom.editor(), assessment)).isNotNull();

        assessment.approved();

        assertThat(waiting(author, assessment)).containsEntry("waitsFor", "publication");
        assertThat(waiting(newsroom.editor(), assessment)).containsEntry("waitsFor", "publication");
    }

    @Test
    void what_came_back_waits_for_its_authors_with_the_comment() {
        Member first = newsroom.newcomer(Role.CONTRIBUTOR);
        Member second = newsroom.newcomer(Role.EDITOR);
        Assessed assessment = newsroom.anAssessment().writtenBy(first).drafted();
        assessment.edit(second).then().statusCode(200);
        assessment.submitted().returned();

        for (Member reader : List.of(first, second, newsroom.auditor())) {
            assertThat(waiting(reader, assessment))
                    .containsEntry("waitsFor", "rework")
                    .containsEntry("comment", "please look again");
        }
        assertThat(waiting(newsroom.editor(), assessment)).isNull();
        assertThat(waiting(newsroom.newcomer(Role.CONTRIBUTOR), assessment)).isNull();
    }

    @Test
    void what_is_submitted_again_waits_for_editors_again() {
        Assessed assessment = newsroom.anAssessment().submitted().returned().submitted();

        assertThat(waiting(newsroom.editor(), assessment)).containsEntry("waitsFor", "approval");
        assertThat(waiting(assessment.author(), assessment)).isNull();
    }

    @Test
    void nothing_waits_once_it_is_published() {
        Assessed assessment = newsroom.anAssessment().published();

        assertThat(waiting(newsroom.editor(), assessment)).isNull();
        assertThat(waiting(newsroom.auditor(), assessment)).isNull();
    }

    @Test
    void the_longest_waiting_comes_first() {
        Assessed first = newsroom.anAssessment().submitted();
        Assessed second = newsroom.anAssessment().submitted();

        List<String> ids = all(newsroom.editor()).stream().map(ReviewsTest::id).toList();

        assertThat(ids).containsSubsequence(first.id(), second.id());
    }

    private static @Nullable Map<String, Object> waiting(Member reader, Assessed assessment) {
        return all(reader).stream()
                .filter(entry -> id(entry).equals(assessment.id()))
                .findFirst()
                .orElse(null);
    }

    private static String id(Map<String, Object> entry) {
        return entry.get("assessment") instanceof Map<?, ?> assessment ? String.valueOf(assessment.get("id")) : "";
    }

    /** All pages, of two at a time at first, so that the cursor is used. */
    private static List<Map<String, Object>> all(Member reader) {
        List<Map<String, Object>> entries = new ArrayList<>();
        String cursor = null;
        int limit = 2;
        do {
            var request = reader.request().queryParam("limit", limit);
            var page = (cursor == null ? request : request.queryParam("cursor", cursor))
                    .get("/v1/reviews")
                    .then()
                    .statusCode(200)
                    .extract();
            entries.addAll(page.as(Json.class).<List<Map<String, Object>>>at("items"));
            cursor = page.as(Json.class).at("next");
            limit = 200;
        } while (cursor != null);
        return entries;
    }
}
