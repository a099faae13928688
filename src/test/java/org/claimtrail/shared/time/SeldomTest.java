package org.claimtrail.shared.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SeldomTest {

    private static final Instant NOON = Instant.parse("2025-11-20T12:00:00Z");

    private final Seldom minutely = new Seldom(Duration.ofMinutes(1));

    @Test
    void lets_the_first_pass_and_the_next_after_the_gap() {
        assertThat(minutely.isFirst("this", NOON)).isTrue();
        assertThat(minutely.isFirst("that", NOON)).isTrue();
        assertThat(minutely.isFirst("this", NOON)).isFalse();
        assertThat(minutely.isFirst("this", NOON.plusSeconds(59))).isFalse();
        assertThat(minutely.isFirst("this", NOON.plusSeconds(60))).isTrue();
        assertThat(minutely.isFirst("this", NOON.plusSeconds(61))).isFalse();
    }

    @Test
    void forgets_what_is_long_past_when_it_has_too_much_in_mind() {
        IntStream.range(0, 10_000)
                .forEach(i -> assertThat(minutely.isFirst("thing " + i, NOON)).isTrue());

        assertThat(minutely.isFirst("one more", NOON)).isFalse();
        assertThat(minutely.isFirst("one more", NOON.plusSeconds(60))).isTrue();
    }
}
