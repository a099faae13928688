package org.claimtrail.cli.move;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ContentsTest {

    @Test
    void is_the_same_in_whatever_order_the_rows_come() {
        assertThat(of(row("a", 1L), row("b", 2L)).isSameAs(of(row("b", 2L), row("a", 1L))))
                .isTrue();
    }

    @Test
    void differs_with_any_value_and_with_how_often_a_row_is_there() {
        Contents contents = of(row("a", "b"));

        assertThat(contents.isSameAs(of(row("ab", "")))).isFalse();
        assertThat(contents.isSameAs(of(row("a", "c")))).isFalse();
        assertThat(contents.isSameAs(of(row("a", "b"), row("a", "b")))).isFalse();
        assertThat(of(row((Object) null)).isSameAs(of(row("null")))).isFalse();
        assertThat(of(row((Object) null)).isSameAs(of(row("")))).isFalse();
    }

    private static Contents of(@Nullable Object[]... rows) {
        Contents contents = new Contents();
        for (@Nullable Object[] row : rows) {
            contents.add(row);
        }
        return contents;
    }

    private static @Nullable Object[] row(@Nullable Object... values) {
        return values;
    }
}
