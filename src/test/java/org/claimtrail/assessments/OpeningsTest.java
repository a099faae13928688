package org.claimtrail.assessments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.claimtrail.support.Json.hasJson;
import static org.claimtrail.support.Newsroom.unique;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.claimtrail.access.Role;
import org.claimtrail.audit.log.LogStatus;
import org.claimtrail.support.Assessed;
import org.claimtrail.support.Json;
import org.claimtrail.support.Member;
import org.claimtrail.support.Newsroom;
import org.junit.jupiter.api.Test;

/** Who opens what others sealed stands in the log, or does not open it. */
@QuarkusTest
class OpeningsTest {

    @Inject
    Newsroom newsroom;

    private final String secret = unique("secret");

    @Test
    void opening_evidence_that_somebody_else_sealed_is_an_event_for_auditors() {
        Member reader = newsroom.newcomer(Role.EDITOR);
        Assessed assessment = secretive();

        reader.request().get(assessment.path()).then().body(hasJson("evidence[0].note", equalTo(secret)));

        assertThat(openings(assessment, reader)).containsExactly(1);
        assertThat(types(newsroom.editor(), assessment)).doesNotContain("evidence.opened");
    }

    @Test
    void opening_it_again_within_the_hour_by_any_route_is_no_further_event() {
        Member reader = newsroom.newcomer(Role.AUDITOR);
        Assessed assessment = secretive();

        for (String path : List.of("", "/versions/1", "?knownAt=2999-01-01T00:00:00Z", "?asOf=2025-11-04")) {
            reader.request().get(assessment.path() + path).then().statusCode(200);
        }

        assertThat(openings(assessment, reader)).containsExactly(1);
    }

    @Test
    void who_has_opened_evidence_changes_the_version_they_read_before_under_any_of_its_tags() {
        Member editor = newsroom.newcomer(Role.EDITOR);
        Assessed assessment = secretive();
        String tag = RestAssured.given().get(assessment.path()).header("ETag");
        String opened = editor.request().get(assessment.path()).header("ETag");
        assertThat(opened).isNotEqualTo(tag);

        for (String shown : List.of(tag, opened)) {
            for (String step : List.of("withhold", "release")) {
                editor.request()
                        .header("If-Match", shown)
                        .contentType("application/json")
                        .body(step.equals("withhold") ? "{\"reason\":\"other\"}" : "{}")
                        .post(assessment.path() + "/" + step)
                        .then()
                        .statusCode(200);
            }
        }
    }

    @Test
    void each_version_and_each_reader_is_an_event_of_its_own() {
        Member one = newsroom.newcomer(Role.EDITOR);
        Member other = newsroom.newcomer(Role.EDITOR);
        Assessed assessment = secretive();
        assessment.redrafted("changeType", "minor", "changeReason", "a comma");

        one.request().get(assessment.path() + "/versions/1").then().statusCode(200);
        one.request().get(assessment.path() + "/versions/2").then().statusCode(200);
        other.request().get(assessment.path() + "/versions/1").then().statusCode(200);

        assertThat(openings(assessment, one)).containsExactly(1, 2);
        assertThat(openings(assessment, other)).containsExactly(1);
    }

    @Test
    void what_opens_nothing_is_no_event() {
        Member author = newsroom.newcomer(Role.CONTRIBUTOR);
        Member colleague = newsroom.newcomer(Role.CONTRIBUTOR);
        Assessed assessment = newsroom.anAssessment()
                .writtenBy(author)
                .restingSecretlyOn(secret)
                .drafted();

        author.request().get(assessment.path()).then().body(hasJson("evidence[0].note", equalTo(secret)));
        colleague.request().get(assessment.path()).then().statusCode(200);

        assertThat(types(newsroom.auditor(), assessment)).containsExactly("assessment.drafted");
    }

    @Test
    void what_the_log_cannot_take_note_of_is_not_shown_and_the_rest_is() {
        Member reader = newsroom.newcomer(Role.EDITOR);
        Assessed assessment = secretive();
        QuarkusMock.installMockForType(new Halted(), LogStatus.class);

        reader.request()
                .get(assessment.path())
                .then()
                .statusCode(200)
                .body(hasJson("evidence[0].withheld", equalTo(true)))
                .body(hasJson("evidence[0].note", not(equalTo(secret))));

        assertThat(openings(assessment, reader)).isEmpty();
    }

    private Assessed secretive() {
        return newsroom.anAssessment().restingSecretlyOn(secret).published();
    }

    private List<Integer> openings(Assessed assessment, Member reader) {
        return newsroom.auditor()
                .request()
                .get("/v1/audit/events?limit=200&type=evidence.opened&actor=" + reader.pseudonym() + "&subject="
                        + assessment.id())
                .as(Json.class)
                .at("items.version");
    }

    private static List<String> types(Member reader, Assessed assessment) {
        return reader.request()
                .get(assessment.path() + "/audit?limit=200")
                .as(Json.class)
                .<List<String>>at("items.type");
    }

    /** A log that takes nothing any more. */
    static class Halted extends LogStatus {

        @Override
        public Optional<String> halted() {
            return Optional.of("for a test");
        }
    }
}
