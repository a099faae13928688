package org.claimtrail.shared.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.claimtrail.shared.id.Kind;
import org.claimtrail.shared.id.TypeId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTest {

    @Test
    void reads_back_what_it_wrote() {
        TypeId id = TypeId.next(Kind.CLAIM);
        Instant at = Instant.parse("2025-11-20T08:30:00.123456Z");

        Cursor cursor = Cursor.parse(
                Cursor.of(at.toString(), id.toString(), "7", "", "naïve 😀").encode());

        assertThat(cursor.instant(0)).isEqualTo(at);
        assertThat(cursor.id(Kind.CLAIM, 1)).isEqualTo(id);
        assertThat(cursor.number(2)).isEqualTo(7);
        assertThat(cursor.parts().subList(3, 5)).containsExactly("", "naïve 😀");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "!", "YQ==", "YR", "_w", "a", "AA", "Y Q", "YQ\n"})
    void refuses_what_it_did_not_write(String text) {
        assertRefused(() -> Cursor.parse(text));
    }

    @Test
    void refuses_a_cursor_that_is_too_long() {
        assertRefused(() -> Cursor.parse("YWFh".repeat(1000)));
    }

    @Test
    void refuses_the_cursor_of_another_list() {
        Cursor cursor = Cursor.of("x", TypeId.next(Kind.AGENT).toString());

        assertRefused(() -> cursor.instant(0));
        assertRefused(() -> cursor.number(0));
        assertRefused(() -> cursor.id(Kind.CLAIM, 1));
        assertRefused(() -> cursor.text(2));
    }

    @Test
    void cannot_be_made_of_nothing_or_of_its_separator() {
        assertThatThrownBy(() -> new Cursor(List.of())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Cursor.of("a\0b")).isInstanceOf(IllegalArgumentException.class);
    }

    private static void assertRefused(ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(Problem.class, problem -> {
            assertThat(problem.type()).isEqualTo(ProblemType.BAD_PARAMETER);
            assertThat(problem).hasMessageStartingWith("cursor: ");
        });
    }
}
