package org.claimtrail.claims;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.claimtrail.support.Json.hasJson;
import static org.claimtrail.support.Ledger.agent;
import static org.claimtrail.support.Ledger.chain;
import static org.claimtrail.support.Ledger.claim;
import static org.claimtrail.support.Ledger.content;
import static org.claimtrail.support.Ledger.ids;
import static org.claimtrail.support.Ledger.source;
import static org.claimtrail.support.Ledger.unique;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Claims by plain words. */
@QuarkusTest
class ClaimWordsTest {

    private final String word = unique();

    @Test
    void words_are_taken_literally_in_any_case() {
        String text = claim("text", "It is 100%_DONE! said " + word);
        claim("text", "It is 100 xdone said " + word);
        claim("text", "It is 100x_done! said " + word);

        assertThat(ids("/v1/claims", "q", word + " 100%_done!")).containsExactly(text);
        assertThat(ids("/v1/claims", "q", " Done!   " + word.toUpperCase(Locale.ROOT)))
                .contains(text)
                .hasSize(2);
        assertThat(ids("/v1/claims", "q", word + " %")).containsExactly(text);
        assertThat(ids("/v1/claims", "q", word + " !!")).isEmpty();
        assertThat(ids("/v1/claims", "q", word + " missing")).isEmpty();
        assertThat(ids("/v1/claims", "q", word)).hasSize(3);
    }

    @Test
    void what_no_text_holds_is_refused() {
        for (String query : List.of("q=a%00b", "topic=%00", "verdict=%00")) {
            given().urlEncodingEnabled(false)
                    .get("/v1/claims?" + query)
                    .then()
                    .statusCode(400)
                    .contentType("application/problem+json");
        }
        given().urlEncodingEnabled(false).get("/v1/claims/%00").then().statusCode(404);
    }

    @Test
    void ten_words_may_stand_anywhere_and_more_are_refused() {
        String claim = claim("text", "j i h g f e d c b " + word);

        assertThat(ids("/v1/claims", "q", word + " b c d e f g h  i  j")).containsExactly(claim);
        given().queryParam("q", word + " b c d e f g h i j k")
                .get("/v1/claims")
                .then()
                .statusCode(400)
                .body(hasJson("errors[0].parameter", equalTo("q")));
    }

    @Test
    void words_may_stand_in_any_text_of_the_claim() {
        String quoted = unique();
        String claimant = agent("A speaker");
        String claim = claim(
                "claimant",
                claimant,
                "text",
                "Größe 日本語 " + word,
                "about",
                List.of("subject" + word),
                "contentLocation",
                "place" + word,
                "interpretation",
                "meaning" + word,
                "appearances",
                List.of(content(
                        "source",
                        source("A source"),
                        "quote",
                        content("exact", quoted),
                        "attribution",
                        chain(claimant, "said"))));

        assertThat(ids(
                        "/v1/claims",
                        "q",
                        "GRÖßE 日本 subject" + word + " place" + word + " meaning" + word + " " + quoted))
                .containsExactly(claim);
    }
}
