package org.claimtrail.shared.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.claimtrail.shared.id.Kind;
import org.claimtrail.shared.id.TypeId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ParamsTest {

    @ParameterizedTest
    @CsvSource({
        "2025-11-20T08:30:00Z, 2025-11-20T08:30:00Z",
        "2025-11-20t08:30:00.123456789z, 2025-11-20T08:30:00.123456Z",
        "2025-11-20T08:30:00-05:00, 2025-11-20T13:30:00Z",
        "0000-01-01T00:00:00Z, 0000-01-01T00:00:00Z"
    })
    void reads_an_instant(String text, Instant expected) {
        assertThat(Params.instant("since", text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2025",
                "2025-11-20",
                "2025-11-20T08:30Z",
                "2025-11-20T08:30:00",
                "2025-02-29T00:00:00Z",
                "2025-11-20T24:00:00Z",
                "2025-11-20T08:30:60Z",
                "+12025-11-20T08:30:00Z",
                "1700000000",
                "2025-11-20T08:30:00+25:00",
                "２０２５-11-20T08:30:00Z"
            })
    void refuses_what_is_no_instant(String text) {
        assertThatThrownBy(() -> Params.instant("since", text))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.type()).isEqualTo(ProblemType.BAD_PARAMETER))
                .hasMessageStartingWith("since: expected an instant");
    }

    @Test
    void explains_the_plus_sign_that_became_a_space() {
        assertThatThrownBy(() -> Params.instant("since", "2025-11-20T08:30:00 01:00"))
                .hasMessageContaining("%2B");
    }

    @Test
    void takes_only_ids_of_the_kind() {
        TypeId claim = TypeId.next(Kind.CLAIM);

        assertThat(Params.id(Kind.CLAIM, "claim", claim.toString())).isEqualTo(claim);
        assertThat(PathIds.parse(Kind.CLAIM, claim.toString())).isEqualTo(claim);
        assertThatThrownBy(() -> Params.id(Kind.AGENT, "claimant", claim.toString()))
                .hasMessage("claimant: expected an id that begins with agent_.");
        assertThatThrownBy(() -> PathIds.parse(Kind.AGENT, claim.toString()))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.type()).isEqualTo(ProblemType.NOT_FOUND));
    }
}
