package org.claimtrail.assessments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.claimtrail.support.Json.hasJson;
import static org.hamcrest.Matchers.equalTo;

import io.micrometer.core.instrument.Metrics;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.claimtrail.access.Role;
import org.claimtrail.shared.http.ProblemType;
import org.claimtrail.support.Assessed;
import org.claimtrail.support.AtOnce;
import org.claimtrail.support.Member;
import org.claimtrail.support.Newsroom;
import org.claimtrail.support.Refusal;
import org.claimtrail.support.Saved;
import org.junit.jupiter.api.Test;

/** Several who work on one assessment at the same moment, which drafts do without holding it. */
@QuarkusTest
class SimultaneousDraftsTest {

    private static final int EACH = 8;

    @Inject
    Newsroom newsroom;

    @Inject
    DataSource database;

    @Test
    void of_drafts_and_steps_that_were_acknowledged_each_has_its_event_behind_the_one_before() throws Exception {
        Assessed assessment = newsroom.anAssessment().drafted();

        List<Integer> answers = AtOnce.all(
                8,
                client -> IntStream.range(0, EACH)
                        .mapToObj(n -> client < 6 ? draft(assessment, client, n) : step(assessment, n))
                        .toList());

        assertThat(answers).contains(200).isSubsetOf(200, 409);
        List<String> events = events(assessment);
        assertThat(events)
                .hasSize(1
                        + (int) answers.stream().filter(answer -> answer == 200).count());
        assertThat(predecessors(assessment)).containsExactlyElementsOf(events.subList(0, events.size() - 1));
    }

    @Test
    void of_many_who_have_seen_the_same_version_one_goes_on_from_it() {
        Assessed assessment = newsroom.anAssessment().drafted();
        String seen = assessment.author().request().get(assessment.path()).header("ETag");

        List<Integer> answers = AtOnce.all(
                8,
                client -> List.of(assessment
                        .author()
                        .request()
                        .header("If-Match", seen)
                        .body(assessment.content("body", "Draft of " + client))
                        .put(assessment.path())
                        .statusCode()));

        assertThat(answers).containsOnlyOnce(200).containsOnly(200, 412);
        assessment.author().request().get(assessment.path()).then().body(hasJson("version", equalTo(2)));
    }

    @Test
    void drafts_of_what_is_being_erased_are_written_before_it_or_gone() throws Exception {
        for (int round = 0; round < 4; round++) {
            Assessed assessment = newsroom.anAssessment().drafted();

            List<Integer> answers = AtOnce.all(
                    5,
                    client -> client < 4
                            ? IntStream.range(0, 4)
                                    .mapToObj(n -> draft(assessment, client, n))
                                    .toList()
                            : List.of(erase(assessment.path())));

            assertThat(answers).contains(200).isSubsetOf(200, 410);
            List<String> events = events(assessment);
            assertThat(predecessors(assessment)).containsExactlyElementsOf(events.subList(0, events.size() - 1));
        }
    }

    @Test
    void drafts_on_a_scale_that_is_being_erased_are_drafted_or_refused_without_a_deadlock() {
        Saved scale = newsroom.aScale();
        List<Assessed> assessments = IntStream.range(0, 4)
                .mapToObj(n -> newsroom.anAssessment().on(scale).drafted())
                .toList();

        List<Integer> answers = AtOnce.all(
                5,
                client -> client < 4
                        ? IntStream.range(0, EACH)
                                .mapToObj(n -> draft(assessments.get((client + n) % 4), client, n))
                                .toList()
                        : List.of(erase(scale.path())));

        assertThat(answers).contains(200).isSubsetOf(200, 422);
    }

    @Test
    void drafts_of_one_node_are_not_done_twice() {
        Assessed assessment = newsroom.anAssessment().drafted();
        double before = Metrics.counter("claimtrail.acts.overtaken").count();

        List<Integer> answers = AtOnce.all(
                4,
                client -> IntStream.range(0, EACH)
                        .mapToObj(n -> draft(assessment, client, n))
                        .toList());

        assertThat(answers).containsOnly(200);
        assertThat(Metrics.counter("claimtrail.acts.overtaken").count()).isEqualTo(before);
    }

    @Test
    void whoever_may_not_is_refused_as_ever() {
        Saved desk = newsroom.aDesk();
        Member author = newsroom.newcomer(Role.CONTRIBUTOR, desk, "contributor");
        Assessed assessment = newsroom.anAssessment().writtenBy(author).drafted();
        Member stranger = newsroom.newcomer(Role.CONTRIBUTOR);

        Refusal.of(assessment.edit(stranger, "body", "Mine now"), ProblemType.NOT_FOUND);
        assertThat(assessment.edit(author, "body", "Still ours").statusCode()).isEqualTo(200);
    }

    private static int draft(Assessed assessment, int client, int n) {
        return assessment
                .edit(assessment.author(), "body", "Draft " + n + " of " + client)
                .statusCode();
    }

    private int erase(String path) {
        return newsroom.admin()
                .request()
                .header("If-Match", "*")
                .body(Map.of("basis", "court_order"))
                .post(path + "/erase")
                .statusCode();
    }

    private int step(Assessed assessment, int n) {
        return n % 2 == 0
                ? assessment.step("submit", assessment.author()).statusCode()
                : assessment.step("return", newsroom.editor()).statusCode();
    }

    private List<String> events(Assessed assessment) throws SQLException {
        return column("select event_id from audit_event where subject = ? order by event_id", assessment);
    }

    private List<String> predecessors(Assessed assessment) throws SQLException {
        return column(
                "select prev from audit_event where subject = ? and prev is not null order by event_id", assessment);
    }

    private List<String> column(String sql, Assessed assessment) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            select.setString(1, assessment.id());
            List<String> found = new ArrayList<>();
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    found.add(rows.getString(1));
                }
            }
            return found;
        }
    }
}
