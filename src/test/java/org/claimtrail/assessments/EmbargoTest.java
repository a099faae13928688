package org.claimtrail.assessments;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.claimtrail.support.Json.hasJson;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.claimtrail.access.Role;
import org.claimtrail.shared.http.ProblemType;
import org.claimtrail.shared.id.TypeId;
import org.claimtrail.shared.time.SystemTime;
import org.claimtrail.support.Assessed;
import org.claimtrail.support.Json;
import org.claimtrail.support.Member;
import org.claimtrail.support.Newsroom;
import org.claimtrail.support.Refusal;
import org.claimtrail.support.Saved;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is scheduled comes out when it is due, once, in the name of who scheduled it, and nothing of it before. */
@QuarkusTest
class EmbargoTest {

    /** Counted from when the tests run, which is what is wanted. */
    @SuppressWarnings("TimeInStaticInitializer")
    private static final Instant AT = Instant.now().plus(Duration.ofHours(3)).truncatedTo(ChronoUnit.SECONDS);

    @Inject
    Newsroom newsroom;

    @Inject
    Embargoes embargoes;

    @Inject
    EmbargoWatch watch;

    @Inject
    EntityManager entities;

    @Inject
    MeterRegistry meters;

    @Test
    void stays_approved_and_tells_staff_when() {
        Assessed assessment = newsroom.anAssessment().approved();

        Response answer = schedule(assessment, newsroom.editor(), AT);

        answer.then()
                .statusCode(200)
                .header("Assessment-State", "approved")
                .header("Publish-At", SystemTime.text(AT))
                .header(
                        "Audit-Event",
                        events(assessment, "assessment.scheduled").get(0));
        newsroom.contributor().request().get(assessment.path()).then().header("Publish-At", SystemTime.text(AT));
        newsroom.auditor()
                .request()
                .get(assessment.path() + "/versions/1")
                .then()
                .header("Publish-At", SystemTime.text(AT));
    }

    @Test
    void is_published_when_it_is_due_in_the_name_of_who_scheduled_it() {
        Member editor = newsroom.newcomer(Role.EDITOR);
        Assessed assessment = newsroom.anAssessment().approved();
        schedule(assessment, editor, AT).then().statusCode(200);

        assertThat(publish(assessment, AT.minusMillis(1))).isFalse();
        assertThat(assessment.state()).isEqualTo("approved");
        assertThat(publish(assessment, AT)).isTrue();
        assertThat(publish(assessment, AT)).isFalse();

        assertThat(assessment.state()).isEqualTo("published");
        given().get(assessment.path()).then().statusCode(200).header("Publish-At", nullValue());
        given().queryParam("type", "assessment.published")
                .queryParam("subject", assessment.id())
                .get("/v1/audit/events")
                .then()
                .body("items.size()", equalTo(1))
                .body(hasJson("items[0].actor", equalTo(editor.pseudonym())));
    }

    @Test
    void is_found_by_the_watch_that_then_waits_for_the_next() {
        Assessed assessment = newsroom.anAssessment().approved();
        schedule(assessment, newsroom.editor(), AT.minusSeconds(7)).then().statusCode(200);

        assertThat(watch.pass(Instant.now())).isEqualTo(Duration.ofSeconds(1));
        assertThat(assessment.state()).isEqualTo("approved");
        watch.pass(AT.minusSeconds(7));

        assertThat(assessment.state()).isEqualTo("published");
    }

    @Test
    void is_tried_again_after_a_pause_that_doubles() {
        Instant due = AT.minusSeconds(700);
        Assessed assessment = newsroom.anAssessment().approved();
        schedule(assessment, newsroom.editor(), due).then().statusCode(200);
        setClaim(assessment, "damaged");

        assertThat(failing()).isZero();
        watch.pass(due);
        assertThat(failing()).isOne();
        watch.pass(due.plusSeconds(1));
        setClaim(assessment, assessment.claim().id());

        watch.pass(due.plusMillis(2_999)); // it rests for two seconds now
        assertThat(assessment.state()).isEqualTo("approved");
        watch.pass(due.plusSeconds(3));
        assertThat(assessment.state()).isEqualTo("published");
        assertThat(failing()).isZero();
    }

    @Test
    void is_not_kept_back_by_what_fails() {
        Instant due = AT.minusSeconds(600);
        Assessed damaged = newsroom.anAssessment().approved();
        Assessed sound = newsroom.anAssessment().approved();
        schedule(damaged, newsroom.editor(), due.minusSeconds(1)).then().statusCode(200);
        schedule(sound, newsroom.editor(), due).then().statusCode(200);
        setClaim(damaged, "damaged");

        watch.pass(due);

        assertThat(sound.state()).isEqualTo("published");
        setClaim(damaged, damaged.claim().id());
        damaged.step("unschedule", newsroom.editor()).then().statusCode(200);
        watch.pass(due);
        assertThat(failing()).isZero();
    }

    /** A row that somebody has spoiled: an assessment of no claim cannot be published. */
    private void setClaim(Assessed assessment, String claim) {
        QuarkusTransaction.requiringNew()
                .run(() -> entities.createNativeQuery("update assessment set claim_id = ?1 where id = ?2")
                        .setParameter(1, claim)
                        .setParameter(2, assessment.id())
                        .executeUpdate());
    }

    private int failing() {
        return (int) meters.get("claimtrail.embargoes.failing").gauge().value();
    }

    @Test
    void is_published_once_however_many_nodes_see_it_due() throws Exception {
        Assessed assessment = newsroom.anAssessment().approved();
        schedule(assessment, newsroom.editor(), AT).then().statusCode(200);
        ExecutorService nodes = Executors.newFixedThreadPool(4);
        CyclicBarrier start = new CyclicBarrier(4);
        try {
            List<Future<Boolean>> done = nodes.invokeAll(IntStream.range(0, 4)
                    .<Callable<Boolean>>mapToObj(i -> () -> {
                        start.await();
                        return publish(assessment, AT);
                    })
                    .toList());
            int published = 0;
            for (Future<Boolean> one : done) {
                published += one.get() ? 1 : 0;
            }
            assertThat(published).isEqualTo(1);
        } finally {
            nodes.shutdown();
        }
        assertThat(events(assessment, "assessment.published")).hasSize(1);
    }

    @Test
    void tells_readers_nothing_before() {
        Assessed assessment =
                newsroom.anAssessment().with("body", "the first text").published();
        String before = seen(assessment);
        String word = Newsroom.unique("embargoed");
        assessment
                .redrafted("changeType", "correction", "changeReason", "r", "correctionNotice", word, "body", word)
                .submitted()
                .approved();

        schedule(assessment, newsroom.editor(), AT).then().statusCode(200);

        assertThat(seen(assessment)).isEqualTo(before).doesNotContain(word);
        given().get(assessment.path()).then().header("Publish-At", nullValue()).header("Assessment-State", nullValue());
        given().get(assessment.path() + "/versions/2").then().statusCode(404);
        publish(assessment, AT);
        assertThat(seen(assessment)).contains(word);
    }

    /** All that is public of it: bodies, tags, lists, the dossier, corrections and events. */
    private String seen(Assessed assessment) {
        Response now = given().get(assessment.path());
        StringBuilder seen = new StringBuilder(now.asString()).append(now.header("ETag"));
        String claim = assessment.claim().path();
        Stream.of(
                        assessment.path() + "/versions",
                        assessment.path() + "/audit",
                        claim,
                        claim + "/dossier",
                        claim + "/assessments",
                        claim + "/audit",
                        "/v1/audit/events?limit=200&subject=" + assessment.id(),
                        "/v1/assessments?limit=200&assessor=" + newsroom.desk().id() + "&updatedSince="
                                + AT.minus(Duration.ofHours(3)).minusSeconds(60),
                        "/v1/corrections?limit=5")
                .map(path -> given().get(path).asString().replaceAll(",?\"(logIndex|index)\":[0-9]+", ""))
                .filter(answer -> answer.contains(assessment.id()) || answer.contains("\"text\""))
                .map(answer -> answer.contains("\"items\"") && !answer.contains(assessment.id()) ? "" : answer)
                .forEach(answer -> seen.append(of(assessment, answer)));
        return seen.toString();
    }

    /** Other tests publish, too: of lists of everything, only what is said of this one. */
    private static String of(Assessed assessment, String answer) {
        return answer.startsWith("{\"items\"")
                ? String.join(
                        "\n",
                        Stream.of(answer.split("\\},\\{"))
                                .filter(item -> item.contains(assessment.id()))
                                .toList())
                : answer;
    }

    @Test
    void is_taken_back() {
        Assessed assessment = newsroom.anAssessment().approved();
        Refusal.of(assessment.step("unschedule", newsroom.editor()), ProblemType.WRONG_STATE);
        schedule(assessment, newsroom.editor(), AT).then().statusCode(200);

        assessment
                .step("unschedule", newsroom.editor())
                .then()
                .statusCode(200)
                .header("Assessment-State", "approved")
                .header("Publish-At", nullValue());

        assertThat(publish(assessment, AT)).isFalse();
        assertThat(assessment.state()).isEqualTo("approved");
        assertThat(events(assessment, "assessment.unscheduled")).hasSize(1);
        Refusal.of(assessment.step("unschedule", newsroom.editor()), ProblemType.WRONG_STATE);
    }

    @Test
    void is_given_another_time_or_published_at_once() {
        Assessed assessment = newsroom.anAssessment().approved();
        schedule(assessment, newsroom.editor(), AT).then().statusCode(200);
        schedule(assessment, newsroom.editor(), AT.plusSeconds(60)).then().statusCode(200);

        assertThat(publish(assessment, AT)).isFalse();
        assessment.published();

        assertThat(publish(assessment, AT.plusSeconds(60))).isFalse();
        assertThat(events(assessment, "assessment.published")).hasSize(1);
        Refusal.of(schedule(assessment, newsroom.editor(), AT), ProblemType.WRONG_STATE);
    }

    static List<String> unusable() {
        return List.of(
                "{}",
                "{\"at\":null}",
                "{\"at\":\"tomorrow\"}",
                "{\"at\":\"2026-12-01T06:00\"}",
                "{\"at\":\"" + Instant.now().minusSeconds(1) + "\"}",
                "{\"at\":\"" + Instant.now().plus(Duration.ofDays(367)) + "\"}");
    }

    @ParameterizedTest
    @MethodSource("unusable")
    void takes_times_to_come_within_a_year_only(String body) {
        Assessed assessment = newsroom.anAssessment().approved();

        Response answer =
                newsroom.editor().request().header("If-Match", "*").body(body).post(assessment.path() + "/publish");

        Refusal.of(answer, ProblemType.INVALID).body(hasJson("errors[0].pointer", equalTo("/at")));
        assertThat(assessment.state()).isEqualTo("approved");
    }

    @Test
    void takes_what_is_approved_only_and_by_editors() {
        Assessed assessment = newsroom.anAssessment().submitted();

        Refusal.of(schedule(assessment, newsroom.editor(), AT), ProblemType.WRONG_STATE);
        assessment.approved();
        Refusal.of(schedule(assessment, newsroom.contributor(), AT), ProblemType.FORBIDDEN);
    }

    @Test
    void goes_back_to_editors_when_readers_could_not_have_it() {
        Assessed withheld = newsroom.anAssessment().approved();
        Assessed ofWithdrawn = newsroom.anAssessment().approved();
        for (Assessed assessment : List.of(withheld, ofWithdrawn)) {
            schedule(assessment, newsroom.editor(), AT).then().statusCode(200);
        }
        withheld.step("withhold", newsroom.editor(), Map.of("reason", "privacy"))
                .then()
                .statusCode(200);
        newsroom.editor()
                .request()
                .header("If-Match", "*")
                .body(Map.of("changeReason", "r"))
                .post(ofWithdrawn.claim().path() + "/withdraw")
                .then()
                .statusCode(200);

        for (Assessed assessment : List.of(withheld, ofWithdrawn)) {
            assertThat(publish(assessment, AT)).isFalse();
            assertThat(assessment.state()).isEqualTo("approved");
            newsroom.auditor()
                    .request()
                    .queryParam("type", "assessment.unscheduled")
                    .queryParam("subject", assessment.id())
                    .get("/v1/audit/events")
                    .then()
                    .body(hasJson("items.actor", equalTo(List.of("a:service"))));
        }
    }

    @Test
    void ends_with_the_version_when_what_stands_is_retracted() {
        Assessed assessment = newsroom.anAssessment().published();
        assessment
                .redrafted("changeType", "correction", "changeReason", "r", "correctionNotice", "n")
                .submitted()
                .approved();
        schedule(assessment, newsroom.editor(), AT).then().statusCode(200);

        assessment.retracted();

        assertThat(publish(assessment, AT)).isFalse();
        assertThat(assessment.state()).isEqualTo("retracted");
    }

    @Test
    void ends_when_the_assessment_goes_to_another_desk() {
        Saved desk = newsroom.aDesk();
        Saved other = newsroom.aDesk();
        Member editor = newsroom.newcomer(Role.EDITOR, desk, "editor");
        Assessed assessment = ofDesk(desk, editor);
        schedule(assessment, editor, AT).then().statusCode(200);

        assessment
                .step("transfer", editor, Map.of("desk", other.id(), "reason", "theirs"))
                .then()
                .statusCode(204);

        assertThat(publish(assessment, AT)).isFalse();
        assertThat(events(assessment, "assessment.unscheduled")).hasSize(1);
    }

    @Test
    void stands_when_who_scheduled_it_has_left() {
        Saved desk = newsroom.aDesk();
        Member editor = newsroom.newcomer(Role.EDITOR, desk, "editor");
        Assessed assessment = ofDesk(desk, editor);
        schedule(assessment, editor, AT).then().statusCode(200);
        newsroom.admin()
                .request()
                .delete(desk.path() + "/members/" + editor.pseudonym())
                .then()
                .statusCode(204);
        newsroom.revoke(editor);

        assertThat(publish(assessment, AT)).isTrue();
        assertThat(assessment.state()).isEqualTo("published");
    }

    @Test
    void is_forgotten_when_the_assessment_is_erased() {
        Assessed assessment = newsroom.anAssessment().approved();
        schedule(assessment, newsroom.editor(), AT).then().statusCode(200);

        assessment
                .step("erase", newsroom.admin(), Map.of("basis", "court_order"))
                .then()
                .statusCode(200);

        assertThat(publish(assessment, AT)).isFalse();
        given().get(assessment.path()).then().statusCode(not(200)).body(not(containsString("published")));
    }

    private Assessed ofDesk(Saved desk, Member editor) {
        Member author = newsroom.newcomer(Role.CONTRIBUTOR, desk, "contributor");
        Assessed assessment = newsroom.anAssessment().writtenBy(author).submitted();
        assessment.step("approve", editor).then().statusCode(200);
        return assessment;
    }

    private boolean publish(Assessed assessment, Instant now) {
        return embargoes.publish(TypeId.parse(assessment.id()), now);
    }

    private static Response schedule(Assessed assessment, Member by, Instant at) {
        return assessment.step("publish", by, Map.of("at", at.toString()));
    }

    private List<String> events(Assessed assessment, String type) {
        return newsroom.auditor()
                .request()
                .queryParam("type", type)
                .queryParam("subject", assessment.id())
                .get("/v1/audit/events")
                .then()
                .statusCode(200)
                .extract()
                .as(Json.class)
                .at("items.id");
    }
}
