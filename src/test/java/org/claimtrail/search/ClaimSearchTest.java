package org.claimtrail.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.claimtrail.support.Ledger.administrator;
import static org.claimtrail.support.Ledger.agent;
import static org.claimtrail.support.Ledger.assessment;
import static org.claimtrail.support.Ledger.chain;
import static org.claimtrail.support.Ledger.claim;
import static org.claimtrail.support.Ledger.content;
import static org.claimtrail.support.Ledger.contributor;
import static org.claimtrail.support.Ledger.correct;
import static org.claimtrail.support.Ledger.created;
import static org.claimtrail.support.Ledger.edit;
import static org.claimtrail.support.Ledger.editor;
import static org.claimtrail.support.Ledger.ids;
import static org.claimtrail.support.Ledger.next;
import static org.claimtrail.support.Ledger.publish;
import static org.claimtrail.support.Ledger.reader;
import static org.claimtrail.support.Ledger.scale;
import static org.claimtrail.support.Ledger.source;
import static org.claimtrail.support.Ledger.step;
import static org.claimtrail.support.Ledger.unique;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.claimtrail.shared.http.ProblemType;
import org.claimtrail.support.Json;
import org.claimtrail.support.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Search over HTTP. A word of its own keeps the claims of a test apart from all others. */
@QuarkusTest
class ClaimSearchTest {

    private static final String SEARCH = "/v1/search/claims";

    private final String word = unique();

    @Inject
    UpToDate upToDate;

    @ParameterizedTest
    @CsvSource({
        "en, The ministers were abducting sailors, sailor abducted",
        "en, The cafe of the Müllers, CAFÉ muller",
        "de, Die Häuser sind verkauft worden, das Haus verkauft",
        "ja, 拉致問題は解決した, 拉致問題",
        "xx, Plain wordz only, wordz",
    })
    void finds_words_in_whatever_form(String language, String text, String question) {
        String claim = claim("text", text + " " + word, "inLanguage", language);

        assertThat(found(question + " " + word)).containsExactly(claim);
    }

    @Test
    void all_words_have_to_be_found_but_those_that_say_nothing() {
        String claim = claim("text", "Sailors " + word);

        assertThat(found("the sailors of " + word)).containsExactly(claim);
        assertThat(found("ministers " + word)).isEmpty();
    }

    @Test
    void finds_what_stands_side_by_side_and_leaves_out_what_is_not_wanted() {
        String one = claim("text", "A summit in May, says " + word);
        String other = claim("text", "May a summit in June be, asks " + word);

        assertThat(found("\"summit in may\" " + word)).containsExactly(one);
        assertThat(found("summit -june " + word)).containsExactly(one);
        assertThat(found("summit " + word)).containsExactlyInAnyOrder(one, other);
    }

    @Test
    void finds_by_whatever_is_said_beside_the_claim_but_below_the_claim_itself() {
        String speaker = agent("Speaker " + word);
        String named = claim("claimant", speaker);
        String topical = claim("about", List.of(word));
        String meant = claim("interpretation", "It means " + word);
        String quoted = claim(
                "claimant",
                speaker,
                "appearances",
                List.of(content(
                        "source",
                        source("A source"),
                        "quote",
                        content("exact", "quoted" + word),
                        "attribution",
                        chain(speaker, "said"))));
        String said = claim("text", "A claim that says a great deal and at some length of " + word);

        assertThat(found(word)).startsWith(said).containsExactlyInAnyOrder(said, named, topical, meant, quoted);
        assertThat(found("quoted" + word)).containsExactly(quoted);
    }

    @Test
    void shows_what_the_list_shows() {
        String claim = claim("text", "Said of " + word, "about", List.of("Sea", word), "statedOn", "2024-03");
        assessment(claim, agent("A desk"), "wrong", "validFrom", "2024");

        Object searched = search("q", word).as(Json.class).at("items");

        assertThat(searched)
                .isEqualTo(reader().queryParam("topic", word)
                        .get("/v1/claims")
                        .as(Json.class)
                        .at("items"));
    }

    @Test
    void follows_what_is_written_at_once() {
        String claim = claim("text", "First " + word);
        assertThat(found("first " + word)).containsExactly(claim);

        edit("/v1/claims/" + claim, "text", "Second " + word);

        assertThat(found("first " + word)).isEmpty();
        assertThat(found("second " + word)).containsExactly(claim);
    }

    @Test
    void follows_names() {
        String speaker = agent("Before " + word);
        String claim = claim("claimant", speaker);
        String judged = claim("text", "Judged " + word);
        assessment(judged, speaker, "wrong");
        assertThat(found("before " + word)).containsExactly(claim);

        edit("/v1/agents/" + speaker, "name", "Afterwards " + word);

        assertThat(found("before " + word)).isEmpty();
        assertThat(found("afterwards " + word)).containsExactly(claim);
        assertThat(search("q", "judged " + word).as(Json.class).<String>at("items[0].verdicts[0].assessor.name"))
                .isEqualTo("Afterwards " + word);
    }

    @Test
    void knows_a_verdict_once_it_is_published_and_no_draft() {
        String desk = agent("A desk");
        String claim = claim("text", word);
        String draft = created(
                contributor(),
                "/v1/claims/" + claim + "/assessments",
                content("assessor", desk, "scale", scale(desk), "rating", "wrong"));
        assertThat(ids(SEARCH, "q", word, "verdict", "wrong")).isEmpty();
        assertThat(ids(SEARCH, "q", word, "assessor", desk)).isEmpty();

        publish("/v1/assessments/" + draft);
        assertThat(ids(SEARCH, "q", word, "verdict", "wrong")).containsExactly(claim);
        assertThat(ids(SEARCH, "q", word, "assessor", desk)).containsExactly(claim);

        correct(draft, "right");
        assertThat(ids(SEARCH, "q", word, "verdict", "wrong")).isEmpty();
        assertThat(ids(SEARCH, "q", word, "verdict", "right")).containsExactly(claim);

        step(
                "/v1/assessments/" + draft,
                "retract",
                Map.of("changeReason", "It was wrong", "correctionNotice", "Withdrawn."));
        assertThat(ids(SEARCH, "q", word, "verdict", "right")).isEmpty();
        assertThat(ids(SEARCH, "q", word, "assessor", desk)).containsExactly(claim);
    }

    @Test
    void what_is_withheld_is_found_by_nobody_until_it_is_released() {
        String claim = claim("text", word);
        step("/v1/claims/" + claim, "withhold", Map.of("reason", "privacy"));

        assertThat(found(word)).isEmpty();
        assertThat(editor().queryParam("q", word).get(SEARCH).as(Json.class).<List<Object>>at("items"))
                .isEmpty();

        step("/v1/claims/" + claim, "release", Map.of());
        assertThat(found(word)).containsExactly(claim);
    }

    @Test
    void a_verdict_that_is_withheld_finds_nothing() {
        String desk = agent("A desk");
        String claim = claim("text", word);
        String withheld = assessment(claim, desk, "wrong");
        step("/v1/assessments/" + withheld, "withhold", Map.of("reason", "privacy"));

        assertThat(ids(SEARCH, "q", word, "verdict", "wrong")).isEmpty();
        assertThat(search("q", word).asString()).doesNotContain(withheld, desk);

        step("/v1/assessments/" + withheld, "release", Map.of());
        assertThat(ids(SEARCH, "q", word, "verdict", "wrong")).containsExactly(claim);
    }

    @Test
    void what_is_erased_is_gone() {
        String desk = agent("Desk " + word);
        String claim = claim("text", word);
        String judged = claim("text", "Judged " + word);
        String erased = assessment(judged, desk, "wrong");
        assertThat(found(word)).contains(claim);

        step("/v1/claims/" + claim, "erase", Map.of("basis", "court_order"));
        step("/v1/assessments/" + erased, "erase", Map.of("basis", "court_order"));

        assertThat(found(word)).containsExactly(judged);
        assertThat(search("q", word).asString()).doesNotContain(erased, desk);
    }

    @Test
    void the_labels_of_a_scale_that_is_erased_are_gone() {
        String desk = agent("A desk");
        String label = "Label of " + word;
        String scale = created(
                administrator(),
                "/v1/rating-scales",
                content(
                        "owner",
                        desk,
                        "name",
                        "A scale",
                        "ratings",
                        List.of(content(
                                "code", "bad", "label", content("en", label), "verdict", content("score", 0)))));
        String claim = claim("text", word);
        assessment(claim, desk, "bad", "scale", scale);
        assertThat(search("q", word).asString()).contains(label);

        step("/v1/rating-scales/" + scale, "erase", Map.of("basis", "court_order"));

        assertThat(found(word)).containsExactly(claim);
        assertThat(search("q", word).asString()).doesNotContain(label);
    }

    @Test
    void filters() {
        String speaker = agent("A speaker");
        String one = claim("text", word, "claimant", speaker, "statedOn", "2024-03", "about", List.of("The Sea"));
        String british = claim("text", word, "inLanguage", "en-GB", "statedOn", "2020/2023");
        String merged = claim("text", word, "inLanguage", "fr");
        step("/v1/claims/" + merged, "merge", Map.of("into", one, "changeReason", "The same"));

        assertThat(ids(SEARCH, "q", word, "claimant", speaker)).containsExactly(one);
        assertThat(ids(SEARCH, "q", word, "topic", "the SEA")).containsExactly(one);
        assertThat(ids(SEARCH, "q", word, "language", "en")).containsExactlyInAnyOrder(one, british);
        assertThat(ids(SEARCH, "q", word, "language", "en-gb")).containsExactly(british);
        assertThat(ids(SEARCH, "q", word, "status", "merged")).containsExactly(merged);
        assertThat(ids(SEARCH, "q", word, "statedOn", "2024")).containsExactly(one);
        assertThat(ids(SEARCH, "q", word, "statedOn", "2021")).containsExactly(british);
    }

    @Test
    void counts_what_it_found() {
        String speaker = agent("Speaker of " + word);
        claim("text", word, "claimant", speaker, "about", List.of("Sea", "sea", "Land"));
        String judged = claim("text", word, "claimant", speaker, "about", List.of("Sea"), "inLanguage", "de-AT");
        String desk = agent("Desk of " + word);
        assessment(judged, desk, "wrong");

        Json found = search("q", word, "facets", "topic,claimant,verdict,assessor,language,status")
                .as(Json.class);

        assertThat(found.<List<Object>>at("facets.topic"))
                .containsExactly(Map.of("value", "sea", "count", 2), Map.of("value", "land", "count", 1));
        assertThat(found.<List<Object>>at("facets.claimant"))
                .containsExactly(Map.of("value", speaker, "label", "Speaker of " + word, "count", 2));
        assertThat(found.<List<Object>>at("facets.verdict")).containsExactly(Map.of("value", "wrong", "count", 1));
        assertThat(found.<List<Object>>at("facets.assessor"))
                .containsExactly(Map.of("value", desk, "label", "Desk of " + word, "count", 1));
        assertThat(found.<List<Object>>at("facets.language"))
                .containsExactlyInAnyOrder(
                        Map.of("value", "en", "count", 1),
                        Map.of("value", "de", "count", 1),
                        Map.of("value", "de-at", "count", 1));
        assertThat(found.<List<Object>>at("facets.status")).containsExactly(Map.of("value", "open", "count", 2));
        assertThat(found.<Object>at("total")).isEqualTo(Map.of("value", 2, "relation", "eq"));
    }

    @Test
    void the_latest_come_first_where_that_is_asked_for() {
        String best = claim("text", word + " " + word);
        String latest = claim("text", "Beside other words " + word);

        assertThat(ids(SEARCH, "q", word)).containsExactly(best, latest);
        assertThat(ids(SEARCH, "q", word, "sort", "relevance")).containsExactly(best, latest);
        assertThat(ids(SEARCH, "q", word, "sort", "-recordedAt")).containsExactly(latest, best);
    }

    @Test
    void an_index_that_broke_is_made_anew() throws Exception {
        String claim = claim("text", word);
        assertThat(found(word)).containsExactly(claim);

        upToDate.get(true).close();

        Response first = reader().queryParam("q", word).get(SEARCH);
        if (first.statusCode() != 200) {
            Refusal.of(first, ProblemType.UNAVAILABLE);
        }
        assertThat(found(word)).containsExactly(claim);
    }

    @Test
    void without_words_the_latest_come_first() {
        List<String> claims = IntStream.range(0, 3)
                .mapToObj(n -> claim("about", List.of(word)))
                .toList();

        assertThat(ids(SEARCH, "topic", word)).containsExactly(claims.get(2), claims.get(1), claims.get(0));
    }

    @Test
    void goes_on_where_the_page_before_ended() {
        List<String> claims = IntStream.range(0, 5)
                .mapToObj(n -> claim("text", "filling ".repeat(n) + word))
                .toList();

        List<String> found = new ArrayList<>();
        for (String page = SEARCH + "?limit=2&q=" + word; page != null; ) {
            Response answer = reader().get(page);
            List<String> items = answer.as(Json.class).at("items.id");
            assertThat(items).hasSizeLessThanOrEqualTo(2);
            found.addAll(items);
            page = next(answer);
        }

        assertThat(found).containsExactlyElementsOf(claims);
    }

    @ParameterizedTest
    @CsvSource({
        "facets, colour",
        "limit, 0",
        "limit, 201",
        "cursor, nonsense",
        "claimant, claim_01k98n0b00f0ns4j9rrhem2kx9",
        "statedOn, yesterday",
        "status, closed",
        "sort, recordedAt",
        "knownAt, 2025-11-01T00:00:00Z",
    })
    void refuses_what_it_cannot_look_for(String name, String value) {
        Refusal.of(reader().queryParam(name, value).get(SEARCH), ProblemType.BAD_PARAMETER);
    }

    @Test
    void answers_as_much_as_it_says_and_refuses_more() {
        claim("text", word, "inLanguage", "de");
        reader().queryParam("q", "word ".repeat(32)).get(SEARCH).then().statusCode(200);
        reader().queryParam("q", " ").get(SEARCH).then().statusCode(200);
        reader().queryParam("q", "拉致".repeat(200)).get(SEARCH).then().statusCode(200);
        String letters = IntStream.range(0, 200).mapToObj(Integer::toString).collect(Collectors.joining(","));
        reader().queryParam("q", letters.substring(0, 500)).get(SEARCH).then().statusCode(200);
        Refusal.of(reader().queryParam("q", "word ".repeat(33)).get(SEARCH), ProblemType.BAD_PARAMETER);
        Refusal.of(reader().queryParam("q", "w".repeat(501)).get(SEARCH), ProblemType.BAD_PARAMETER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"", "-", "- -", "\"\"", "*", "(", ")|", "\\", "a:b", "~1", "?!", "\u0130", "😀", "-the"})
    void understands_anything(String question) {
        reader().queryParam("q", question).get(SEARCH).then().statusCode(200);
    }

    private static List<String> found(String question) {
        return ids(SEARCH, "q", question);
    }

    private static Response search(String... namesAndValues) {
        RequestSpecification question = reader();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            question.queryParam(namesAndValues[i], namesAndValues[i + 1]);
        }
        Response answer = question.get(SEARCH);
        answer.then().statusCode(200);
        return answer;
    }
}
