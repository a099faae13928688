package org.claimtrail.history.kept;

import static org.assertj.core.api.Assertions.assertThat;
import static org.claimtrail.support.Json.hasJson;
import static org.claimtrail.support.Ledger.agent;
import static org.claimtrail.support.Ledger.assessment;
import static org.claimtrail.support.Ledger.chain;
import static org.claimtrail.support.Ledger.claim;
import static org.claimtrail.support.Ledger.content;
import static org.claimtrail.support.Ledger.contributor;
import static org.claimtrail.support.Ledger.correct;
import static org.claimtrail.support.Ledger.edit;
import static org.claimtrail.support.Ledger.reader;
import static org.claimtrail.support.Ledger.relation;
import static org.claimtrail.support.Ledger.source;
import static org.claimtrail.support.Ledger.step;
import static org.claimtrail.support.Ledger.unique;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.Header;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.claimtrail.audit.log.Published;
import org.claimtrail.shared.http.ProblemType;
import org.claimtrail.support.Json;
import org.claimtrail.support.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is answered from memory is what would be answered without, at every moment. */
@QuarkusTest
class KeptAnswersTest {

    /** Says nothing new, but is not what most say: goes past the memory. */
    private static final Header PAST_MEMORY = new Header("Accept", "application/json;q=0.9");

    private static final int TRIES = 100;

    @Inject
    KeptAnswers answers;

    @Inject
    Published published;

    @ParameterizedTest
    @ValueSource(strings = {"", "/versions/1", "/versions/2", "/dossier"})
    void it_is_the_same_answer(String below) {
        String address = judgedClaim() + below;
        Response kept = kept(address);

        Response fresh = reader().header(PAST_MEMORY).get(address);

        assertSame(kept, fresh);
    }

    @Test
    void it_is_the_same_page() {
        String address = "/v1/claims?claimant=" + claimant(judgedClaim());
        Response kept = kept(address);

        assertSame(kept, reader().header(PAST_MEMORY).get(address));
    }

    @Test
    void it_is_the_same_without_a_body_for_who_has_it() {
        String address = judgedClaim();
        String tag = kept(address).header("ETag");

        Response kept = reader().header("If-None-Match", tag).get(address);

        assertThat(kept.statusCode()).isEqualTo(304);
        assertSame(
                kept, reader().header("If-None-Match", tag).header(PAST_MEMORY).get(address));
        reader().header("If-None-Match", "\"0-other\"").get(address).then().statusCode(200);
    }

    @Test
    void an_answer_of_304_is_kept_with_its_body() {
        String address = judgedClaim();
        String tag = reader().header(PAST_MEMORY).get(address).header("ETag");
        await(address);
        for (int i = 0; i < TRIES && !answers.has(address); i++) {
            reader().header("If-None-Match", tag).get(address).then().statusCode(304);
        }

        reader().get(address).then().statusCode(200).body(hasJson("id", equalTo(idOf(address))));
    }

    @Test
    void an_answer_to_who_says_that_there_is_no_body_is_kept_too() {
        String address = judgedClaim() + "/dossier";
        for (int i = 0; i < TRIES && !answers.has(address); i++) {
            reader().header("Content-Length", "0").get(address).then().statusCode(200);
        }

        assertThat(answers.has(address)).isTrue();
    }

    @Test
    void who_shows_a_key_is_not_answered_from_memory() {
        String address = judgedClaim();
        kept(address);

        contributor().get(address).then().header("Cache-Control", containsString("private"));
    }

    @Test
    void an_instant_is_not_answered_from_memory() {
        String address = judgedClaim();
        kept(address);

        reader().header("Accept-Datetime", "Thu, 01 Jan 2099 00:00:00 GMT")
                .get(address)
                .then()
                .header("Memento-Datetime", containsString("GMT"));
        Refusal.of(reader().header("Authorization", "Bearer nothing").get(address), ProblemType.UNAUTHENTICATED);
    }

    @Test
    void a_new_version_is_seen_at_once() {
        String address = judgedClaim();
        String list = "/v1/claims?claimant=" + claimant(address);
        String search = "/v1/search/claims?claimant=" + claimant(address);
        for (String each : List.of(address, address + "/dossier", list, search)) {
            kept(each);
        }

        edit(address, "text", "Said otherwise");

        reader().get(address).then().body(hasJson("text", equalTo("Said otherwise")));
        reader().get(address + "/dossier").then().body(hasJson("claim.text", equalTo("Said otherwise")));
        reader().get(list).then().body(hasJson("items[0].text", equalTo("Said otherwise")));
        reader().get(search).then().body(hasJson("items[0].text", equalTo("Said otherwise")));
    }

    @Test
    void what_a_dossier_did_not_know_of_appears_in_it_at_once() {
        String address = judgedClaim();
        String dossier = address + "/dossier";
        kept(dossier);

        assessment(idOf(address), agent("Another desk"), "wrong");

        reader().get(dossier).then().body(hasJson("assessments", hasSize(2)));
        kept(dossier);
        String other = claim("text", "The opposite");

        relation(other, "contradicts", idOf(address));

        reader().get(dossier).then().body(hasJson("relations", hasSize(1)));
        kept(dossier);

        edit("/v1/claims/" + other, "text", "Quite the opposite");

        reader().get(dossier).then().body(hasJson("relations[0].other.text", equalTo("Quite the opposite")));
        kept(dossier);

        assessment(other, agent("A third desk"), "wrong");

        reader().get(dossier).then().body(hasJson("relations[0].other.verdicts", hasSize(1)));
    }

    @Test
    void names_change_wherever_they_are_shown() {
        String address = judgedClaim();
        String claimant = claimant(address);
        String list = "/v1/claims?claimant=" + claimant;
        kept(list);
        kept(address + "/dossier");

        edit("/v1/agents/" + claimant, "name", "Another name");

        reader().get(list).then().body(hasJson("items[0].claimant.name", equalTo("Another name")));
        reader().get(address + "/dossier").then().body(hasJson("claimant.name", equalTo("Another name")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/versions/1", "/dossier"})
    void what_is_withheld_is_gone_at_once_and_comes_back(String below) {
        String address = judgedClaim();
        Response before = kept(address + below);

        step(address, "withhold", Map.of("reason", "privacy"));

        Refusal.of(reader().get(address + below), ProblemType.WITHHELD);
        step(address, "release", Map.of());
        assertThat(reader().get(address + below).asString()).isEqualTo(before.asString());
    }

    @Test
    void what_is_withheld_is_gone_from_what_shows_it() {
        String address = judgedClaim();
        String claimant = "/v1/agents/" + claimant(address);
        kept(address + "/dossier").then().body(hasJson("claimant.name", containsString("speaker")));

        step(claimant, "withhold", Map.of("reason", "privacy"));

        reader().get(address + "/dossier").then().body(hasJson("claimant", equalTo(null)));
    }

    @Test
    void what_is_erased_is_gone_from_memory_too() {
        String address = judgedClaim();
        kept(address);
        kept(address + "/versions/1");

        step(address, "erase", Map.of("basis", "court_order"));

        Refusal.of(reader().get(address), ProblemType.ERASED);
        Refusal.of(reader().get(address + "/versions/1"), ProblemType.ERASED);
        assertThat(answers.has(address)).isFalse();
    }

    /** A claim in two versions with a source, and an assessment with a correction. */
    private static String judgedClaim() {
        String speaker = agent("A speaker " + unique());
        String id = claim(
                "claimant",
                speaker,
                "appearances",
                List.of(content("source", source("A source"), "attribution", chain(speaker, "said"))));
        edit("/v1/claims/" + id, "text", "Said once more");
        correct(assessment(id, agent("A desk"), "wrong"), "right");
        return "/v1/claims/" + id;
    }

    /** The answer from memory, once there is one. */
    private Response kept(String address) {
        await(address);
        for (int i = 0; i < TRIES && !answers.has(address); i++) {
            reader().get(address).then().statusCode(200);
        }
        assertThat(answers.has(address)).isTrue();
        return reader().get(address);
    }

    /** Nothing is kept before its place in the log is told with it. */
    private void await(String address) {
        String event = reader().get(address).header("Audit-Event");
        if (event != null) {
            published.await(event, Duration.ofSeconds(10));
        }
    }

    private static void assertSame(Response kept, Response fresh) {
        assertThat(kept.statusCode()).isEqualTo(fresh.statusCode());
        assertThat(kept.asString()).isEqualTo(fresh.asString());
        assertThat(headers(kept)).containsExactlyInAnyOrderElementsOf(headers(fresh));
    }

    private static List<String> headers(Response answer) {
        return answer.headers().asList().stream()
                .filter(header -> !header.hasSameNameAs(new Header("X-Request-Id", "")))
                .map(header -> header.getName().toLowerCase(Locale.ROOT) + ": " + header.getValue())
                .toList();
    }

    private static String claimant(String claim) {
        return reader().header(PAST_MEMORY).get(claim).as(Json.class).at("claimant");
    }

    private static String idOf(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
