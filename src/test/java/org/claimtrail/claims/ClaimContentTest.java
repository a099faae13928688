package org.claimtrail.claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.claimtrail.shared.http.Problem;
import org.claimtrail.shared.http.ProblemType;
import org.claimtrail.shared.id.Kind;
import org.claimtrail.shared.id.TypeId;
import org.junit.jupiter.api.Test;

class ClaimContentTest {

    private final ClaimContent open = ClaimContent.open(claim("The sky is green", "weather"));
    private final TypeId target = TypeId.next(Kind.CLAIM);

    @Test
    void an_open_claim_is_edited() {
        ClaimContent edited = open.edit(claim("The sky is blue"));

        assertThat(edited.status()).isEqualTo(ClaimStatus.OPEN);
        assertThat(edited.claim().text()).isEqualTo("The sky is blue");
    }

    @Test
    void a_merged_claim_names_the_one_that_goes_on() {
        ClaimContent merged = open.mergeInto(target, "the same");

        assertThat(merged.status()).isEqualTo(ClaimStatus.MERGED);
        assertThat(merged.mergedInto()).isEqualTo(target.toString());
        assertThat(merged.claim().text()).isEqualTo(open.claim().text());
        assertThat(merged.claim().changeReason()).isEqualTo("the same");
        assertThat(merged.tree().path("mergedInto").asText()).isEqualTo(target.toString());
    }

    @Test
    void a_withdrawn_claim_keeps_its_words() {
        ClaimContent withdrawn = open.withdraw("by mistake");

        assertThat(withdrawn.status()).isEqualTo(ClaimStatus.WITHDRAWN);
        assertThat(withdrawn.claim().text()).isEqualTo(open.claim().text());
        assertThat(withdrawn.tree().path("status").asText()).isEqualTo("withdrawn");
        assertThat(withdrawn.tree().has("mergedInto")).isFalse();
    }

    @Test
    void a_closed_claim_is_neither_edited_nor_merged_nor_withdrawn() {
        for (ClaimContent closed : List.of(open.withdraw("r"), open.mergeInto(target, "r"))) {
            refused(() -> closed.edit(claim("The sky is blue")), closed.status().text());
            refused(() -> closed.mergeInto(target, "r"), closed.status().text());
            refused(() -> closed.withdraw("r"), closed.status().text());
            refused(() -> closed.requireOpen("assessed"), closed.status().text());
        }
    }

    @Test
    void the_refusal_of_a_merged_claim_says_where_to_go() {
        refused(() -> open.mergeInto(target, "r").requireOpen("assessed"), target.toString());
    }

    @Test
    void a_closed_claim_is_reopened() {
        for (ClaimContent closed : List.of(open.withdraw("r"), open.mergeInto(target, "r"))) {
            ClaimContent again = closed.reopen("a mistake");

            assertThat(again.status()).isEqualTo(ClaimStatus.OPEN);
            assertThat(again.mergedInto()).isNull();
            assertThat(again.claim().changeReason()).isEqualTo("a mistake");
        }
    }

    @Test
    void an_open_claim_is_not_reopened() {
        refused(() -> open.reopen("r"), "open already");
    }

    @Test
    void topics_are_compared_in_lower_case_and_once() {
        ClaimContent content = ClaimContent.open(claim("The sky is green", "Weather", "WEATHER", "Colours"));

        assertThat(content.topics()).containsExactly("weather", "colours");
        assertThat(content.claim().about()).containsExactly("Weather", "WEATHER", "Colours");
    }

    @Test
    void every_text_is_found() {
        assertThat(open.searchText()).contains("the sky is green").contains("weather");
    }

    private static void refused(ThrowingCallable act, String saying) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.type()).isEqualTo(ProblemType.WRONG_STATE))
                .hasMessageContaining(saying);
    }

    private static NewClaim claim(String text, String... topics) {
        String claimant = TypeId.next(Kind.AGENT).toString();
        return new NewClaim(text, "en", claimant, null, List.of(topics), null, null, List.of(), null);
    }
}
