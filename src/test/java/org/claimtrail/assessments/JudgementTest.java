package org.claimtrail.assessments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.claimtrail.access.Actor;
import org.claimtrail.shared.http.Problem;
import org.claimtrail.shared.http.ProblemType;
import org.claimtrail.shared.id.Kind;
import org.claimtrail.shared.id.TypeId;
import org.claimtrail.shared.json.StoredJson;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JudgementTest {

    private static final TypeId CLAIM = TypeId.next(Kind.CLAIM);
    private static final Normalised MEANING = new Normalised(null, List.of());
    private static final TypeId SCALE = TypeId.next(Kind.SCALE);
    private static final Actor AUTHOR = new Actor("a:pseudonym", null, false);

    @ParameterizedTest
    @CsvSource({"MINOR,,", ",reason,", ",,notice", "CORRECTION,reason,notice"})
    void the_first_changes_nothing(@Nullable ChangeType type, @Nullable String reason, @Nullable String notice) {
        refused(() -> first(type, reason, notice));
    }

    @Test
    void the_first_without_a_change_stands() {
        assertThatCode(() -> first(null, null, null)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({
        "MINOR, false, reason,",
        "UPDATE, false, reason,",
        "UPDATE, true, reason,",
        "UPDATE, true, reason, notice",
        "CLARIFICATION, false, reason, notice",
        "CORRECTION, false, reason, notice",
        "CORRECTION, true, reason, notice"
    })
    void a_change_that_says_all_it_must_stands(ChangeType type, String rating, String reason, @Nullable String notice) {
        assertThatCode(() -> later(type, rating, reason, notice)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({
        ", false, reason,",
        "MINOR, false,,",
        "MINOR, false, ' ',",
        "MINOR, false, reason, notice",
        "MINOR, true, reason,",
        "UPDATE, true,,",
        "CLARIFICATION, false, reason,",
        "CLARIFICATION, false, reason, ' '",
        "CLARIFICATION, true, reason, notice",
        "CORRECTION, true, reason,",
        "CORRECTION, true,, notice",
        "VOID, false, reason, notice",
        "RETRACTION, false, reason, notice"
    })
    void a_change_that_does_not_is_refused(
            @Nullable ChangeType type, String rating, @Nullable String reason, @Nullable String notice) {
        refused(() -> later(type, rating, reason, notice));
    }

    @ParameterizedTest
    @CsvSource({
        "MINOR, reason,, false",
        "CLARIFICATION, reason, notice, false",
        "UPDATE, reason,, false",
        "UPDATE, reason, notice, true",
        "CORRECTION, reason, notice, true"
    })
    void a_verdict_comes_back_only_by_an_update_or_correction_with_a_notice(
            ChangeType type, String reason, @Nullable String notice, boolean stands) {
        Judgement.Published ended = published(SCALE, MEANING, true);
        ThrowingCallable judge =
                () -> new Judgement(CLAIM, input(type, reason, notice), pinned("false"), Optional.of(ended));

        if (stands) {
            assertThatCode(judge).doesNotThrowAnyException();
        } else {
            refused(judge);
        }
    }

    @Test
    void the_same_code_of_another_scale_is_another_rating() {
        Judgement.Published before = published(TypeId.next(Kind.SCALE), MEANING, false);

        refused(() -> new Judgement(CLAIM, input(ChangeType.MINOR, "r", null), pinned("false"), Optional.of(before)));
    }

    @Test
    void the_same_code_with_another_meaning_is_another_rating() {
        Judgement.Published before = published(SCALE, new Normalised(0.1, List.of()), false);

        refused(() -> new Judgement(CLAIM, input(ChangeType.MINOR, "r", null), pinned("false"), Optional.of(before)));
        assertThatCode(() ->
                        new Judgement(CLAIM, input(ChangeType.UPDATE, "r", null), pinned("false"), Optional.of(before)))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({"2024,, /validFrom", ", 2025, /validTo", "2024, 2025, /validFrom"})
    void what_keeps_the_rating_keeps_its_days(@Nullable String from, @Nullable String to, String pointer) {
        Judgement.Published before =
                new Judgement.Published(4, SCALE.toString(), 7, "false", MEANING, new Validity(from, to), false);

        assertThatThrownBy(() ->
                        new Judgement(CLAIM, input(ChangeType.MINOR, "r", null), pinned("false"), Optional.of(before)))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.errors())
                                .extracting(Problem.Entry::pointer)
                                .containsExactly(pointer));
        assertThatCode(() ->
                        new Judgement(CLAIM, input(ChangeType.UPDATE, "r", null), pinned("false"), Optional.of(before)))
                .doesNotThrowAnyException();
    }

    @Test
    void flags_mean_the_same_in_any_order() {
        Normalised one = new Normalised(0.0, List.of(Normalised.Flag.SATIRE, Normalised.Flag.OUTDATED));

        assertThat(one.means(new Normalised(0.0, List.of(Normalised.Flag.OUTDATED, Normalised.Flag.SATIRE))))
                .isTrue();
        assertThat(one.means(new Normalised(0.0, List.of(Normalised.Flag.SATIRE))))
                .isFalse();
        assertThat(one.means(new Normalised(null, one.flags()))).isFalse();
    }

    @Test
    void the_content_tells_the_verdict_and_what_was_before() {
        ObjectNode content = later(ChangeType.CORRECTION, "true", "reason", "notice")
                .content(AUTHOR, new Evidence(AUTHOR, AUTHOR.seesConfidential(), List.of()));

        assertThat(content.path("claim").asText()).isEqualTo(CLAIM.toString());
        assertThat(content.path("author").asText()).isEqualTo("a:pseudonym");
        assertThat(content.path("scaleVersion").asInt()).isEqualTo(7);
        assertThat(content.path("verdict").path("score").isNull()).isTrue();
        assertThat(content.path("previousRating").asText()).isEqualTo("false");
        assertThat(content.path("previousVersion").asInt()).isEqualTo(4);
    }

    @Test
    void the_author_is_named_by_the_agent_who_they_are() {
        Actor known = new Actor("a:pseudonym", "agent_01k98n0b00e47bc977yjdsw90n", false);

        ObjectNode content =
                first(null, null, null).content(known, new Evidence(known, known.seesConfidential(), List.of()));

        assertThat(content.path("author").asText()).isEqualTo("agent_01k98n0b00e47bc977yjdsw90n");
        assertThat(content.toString()).doesNotContain("a:pseudonym");
    }

    @Test
    void confidential_evidence_is_sealed_in_its_place() {
        Evidence evidence = new Evidence(AUTHOR, AUTHOR.seesConfidential(), List.of());
        NewAssessment input = StoredJson.convert(
                StoredJson.tree(Map.of(
                        "assessor",
                        "agent_x",
                        "scale",
                        SCALE.toString(),
                        "rating",
                        "false",
                        "evidence",
                        List.of(
                                Map.of("source", "source_x", "stance", "context"),
                                Map.of(
                                        "stance",
                                        "supports",
                                        "note",
                                        "the secret",
                                        "confidential",
                                        true,
                                        "withheldReason",
                                        "source protection")))),
                NewAssessment.class);

        ObjectNode content = new Judgement(CLAIM, input, pinned("false"), Optional.empty()).content(AUTHOR, evidence);

        assertThat(evidence.parts()).hasSize(1);
        assertThat(content.path("evidence").path(0).path("source").asText()).isEqualTo("source_x");
        assertThat(content.path("evidence").path(1).toString())
                .isEqualTo("{\"withheld\":true,\"withheldReason\":\"source protection\",\"commitment\":\""
                        + evidence.parts().get(0).commitment() + "\"}");
        assertThat(content.toString()).doesNotContain("the secret");
    }

    private static Judgement first(@Nullable ChangeType type, @Nullable String reason, @Nullable String notice) {
        return new Judgement(CLAIM, input(type, reason, notice), pinned("false"), Optional.empty());
    }

    private static Judgement later(
            @Nullable ChangeType type, String rating, @Nullable String reason, @Nullable String notice) {
        Judgement.Published before = published(SCALE, MEANING, false);
        return new Judgement(CLAIM, input(type, reason, notice), pinned(rating), Optional.of(before));
    }

    private static Judgement.Published published(TypeId scale, Normalised verdict, boolean ended) {
        return new Judgement.Published(4, scale.toString(), 7, "false", verdict, new Validity(null, null), ended);
    }

    private static NewAssessment input(@Nullable ChangeType type, @Nullable String reason, @Nullable String notice) {
        return new NewAssessment(
                "agent_x",
                SCALE.toString(),
                null,
                "false",
                null,
                null,
                null,
                List.of(),
                null,
                null,
                null,
                type,
                reason,
                notice);
    }

    private static Scales.Pinned pinned(String code) {
        Rating rating = new Rating(code, Map.of("en", code), null, null, null, MEANING);
        return new Scales.Pinned(SCALE, 7, rating);
    }

    private static void refused(ThrowingCallable act) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.type()).isEqualTo(ProblemType.INVALID));
    }
}
