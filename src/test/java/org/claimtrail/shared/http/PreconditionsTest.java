package org.claimtrail.shared.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class PreconditionsTest {

    @ParameterizedTest
    @ValueSource(strings = {"\"1-a\"", "*", " * ", "\"0\", \"1-a\"", "W/\"1-a\",\"1-a\"", ",, \"1-a\" ,", "\"2-b\""})
    void lets_a_change_of_a_current_version_through(String ifMatch) {
        assertThatCode(() -> Preconditions.requireMatch(ifMatch, List.of("1-a", "2-b")))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"1-b\"", "W/\"1-a\"", "\"\"", "\"1-a,\"", "\"1-A\""})
    void refuses_a_change_of_another_version(String ifMatch) {
        assertThat(refusal(ifMatch).type()).isEqualTo(ProblemType.STALE);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "  "})
    void demands_to_know_the_version(String ifMatch) {
        assertThat(refusal(ifMatch).type()).isEqualTo(ProblemType.PRECONDITION_REQUIRED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1-a", "\"1-a", "1-a\"", "\"1-a\" \"2\"", "w/\"1-a\"", "*, \"1-a\"", "\"a b\"", ","})
    void refuses_what_is_no_list_of_tags(String ifMatch) {
        assertThat(refusal(ifMatch).type()).isEqualTo(ProblemType.BAD_PARAMETER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"1-a\"", "W/\"1-a\"", "*", "\"0\",\"1-a\""})
    void recognises_what_the_client_holds(String ifNoneMatch) {
        assertThat(Preconditions.unchanged(ifNoneMatch, "1-a")).isTrue();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "\"1-b\"", "1-a", "\"1-a"})
    void sends_what_the_client_may_not_hold(String ifNoneMatch) {
        assertThat(Preconditions.unchanged(ifNoneMatch, "1-a")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"a\",", ""})
    void takes_time_in_proportion_to_a_hostile_list(String begin) {
        String list = begin + " ".repeat(1_000_000) + "x";

        assertTimeoutPreemptively(
                Duration.ofSeconds(5),
                () -> assertThat(Preconditions.unchanged(list, "1-a")).isFalse());
    }

    @Test
    void quotes_a_tag() {
        assertThat(Preconditions.quoted("1-a")).isEqualTo("\"1-a\"");
    }

    private static Problem refusal(String ifMatch) {
        return catchThrowableOfType(Problem.class, () -> Preconditions.requireMatch(ifMatch, List.of("1-a")));
    }
}
