package org.claimtrail.history.kept;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RollCallTest {

    /** Near the largest number, after which a real one goes on with the smallest. */
    private final AtomicLong clock = new AtomicLong(Long.MAX_VALUE - 1);

    private final RollCall calls = new RollCall(clock::get);

    @Test
    void who_has_not_called_is_neither_alone_nor_reckoned_with() {
        assertThat(calls.isAlone()).isFalse();
        assertThat(calls.others()).isEmpty();
        assertThat(calls.isReckonedWith()).isFalse();
    }

    @Test
    void who_finds_nobody_is_alone_until_that_call_is_too_old() {
        long began = calls.begin();
        pass(RollCall.TRUSTED.minusNanos(1)); // it took as long
        calls.end(began, Map.of());
        assertThat(calls.isAlone()).isTrue();

        pass(Duration.ofNanos(1));

        assertThat(calls.isAlone()).isFalse();
    }

    @Test
    void who_finds_another_one_for_the_first_time_does_not_know_whether_it_is_there() {
        call(Map.of("other", 7L));

        assertThat(calls.isAlone()).isFalse();
        assertThat(calls.others()).hasValue(1);
    }

    @Test
    void who_counts_on_is_there() {
        for (long beat = 1; beat < 60; beat++) {
            call(Map.of("other", beat));
            pass(RollCall.EVERY);
        }
        call(Map.of("other", 59L));

        assertThat(calls.isAlone()).isFalse();
    }

    @Test
    void whose_number_stays_is_gone_after_a_while() {
        call(Map.of("other", 7L));
        pass(RollCall.GONE.minusNanos(1));
        call(Map.of("other", 7L));
        assertThat(calls.isAlone()).isFalse();

        pass(Duration.ofNanos(1));
        call(Map.of("other", 7L));

        assertThat(calls.isAlone()).isTrue();
    }

    @Test
    void who_goes_on_after_that_is_there_again() {
        call(Map.of("other", 7L));
        pass(RollCall.GONE);
        call(Map.of("other", 7L));

        call(Map.of("other", 8L));

        assertThat(calls.isAlone()).isFalse();
    }

    @Test
    void how_long_a_number_has_stayed_counts_from_the_end_of_one_call_to_the_beginning_of_another() {
        long began = calls.begin();
        pass(Duration.ofSeconds(1));
        calls.end(began, Map.of("other", 7L));
        pass(RollCall.GONE.minusNanos(1));
        began = calls.begin();
        pass(Duration.ofSeconds(1));
        calls.end(began, Map.of("other", 7L));

        assertThat(calls.isAlone()).isFalse();
    }

    @Test
    void a_row_is_of_no_use_when_its_number_has_stayed_for_long() {
        call(Map.of("old", 7L, "other", 1L));
        pass(RollCall.FORGOTTEN);
        call(Map.of("old", 7L, "other", 2L));

        assertThat(calls.forgotten()).containsExactly(Map.entry("old", 7L));
    }

    @Test
    void who_has_come_is_reckoned_with_from_the_first_call_that_begins_after_a_while() {
        callFor(RollCall.SETTLED);
        pass(Duration.ofNanos(-1));
        call(Map.of());
        assertThat(calls.isReckonedWith()).isFalse();

        pass(Duration.ofNanos(1));
        assertThat(calls.isReckonedWith()).isFalse();
        call(Map.of());

        assertThat(calls.isReckonedWith()).isTrue();
    }

    @Test
    void who_has_not_called_for_a_while_is_a_newcomer() {
        settle();
        pass(RollCall.SETTLED.minusNanos(1));
        assertThat(calls.isReckonedWith()).isTrue();
        pass(Duration.ofNanos(1));
        assertThat(calls.isReckonedWith()).isFalse();

        call(Map.of());

        assertThat(calls.isReckonedWith()).isFalse();
        settle();
        assertThat(calls.isReckonedWith()).isTrue();
    }

    @Test
    void who_leaves_is_not_reckoned_with() {
        settle();

        calls.leave();

        assertThat(calls.isReckonedWith()).isFalse();
    }

    private void settle() {
        callFor(RollCall.SETTLED);
        call(Map.of());
    }

    private void callFor(Duration time) {
        for (Duration left = time; !left.isZero(); left = left.minus(RollCall.EVERY)) {
            call(Map.of());
            pass(RollCall.EVERY);
        }
    }

    private void call(Map<String, Long> told) {
        calls.end(calls.begin(), told);
    }

    private void pass(Duration time) {
        clock.addAndGet(time.toNanos());
    }
}
