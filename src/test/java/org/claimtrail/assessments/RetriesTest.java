package org.claimtrail.assessments;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RetriesTest {

    private static final Instant NOON = Instant.parse("2025-11-20T12:00:00Z");

    private final Retries<String> retries = new Retries<>();

    @Test
    void pauses_twice_as_long_each_time_up_to_five_minutes() {
        List<Long> seconds = IntStream.range(0, 11)
                .mapToObj(i -> retries.failed("it", NOON).toSeconds())
                .toList();

        assertThat(seconds).containsExactly(1L, 2L, 4L, 8L, 16L, 32L, 64L, 128L, 256L, 300L, 300L);
    }

    @Test
    void rests_for_the_pause_and_no_longer() {
        Duration pause = retries.failed("it", NOON);

        assertThat(retries.mayTry("it", NOON.plus(pause).minusMillis(1))).isFalse();
        assertThat(retries.mayTry("it", NOON.plus(pause))).isTrue();
        assertThat(retries.mayTry("another", NOON)).isTrue();
    }

    @Test
    void begins_anew_once_it_was_done_or_is_not_wanted_any_more() {
        retries.failed("it", NOON);
        retries.failed("another", NOON);
        retries.done("it");
        assertThat(retries.size()).isOne();
        retries.keepOnly(List.of("it"));
        assertThat(retries.size()).isZero();

        assertThat(retries.failed("it", NOON)).isEqualTo(Duration.ofSeconds(1));
        assertThat(retries.failed("another", NOON)).isEqualTo(Duration.ofSeconds(1));
    }
}
