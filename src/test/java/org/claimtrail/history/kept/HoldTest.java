package org.claimtrail.history.kept;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class HoldTest {

    private static final long LONGEST = Hold.LONGEST.toNanos();

    /** Near the largest number, after which a real one goes on with the smallest. */
    private final AtomicLong clock = new AtomicLong(Long.MAX_VALUE - LONGEST / 2);

    private final Hold hold = new Hold(clock::get);

    @Test
    void nothing_holds_before_the_first_look() {
        assertThat(hold.lasts()).isFalse();
    }

    @Test
    void a_look_holds_from_its_beginning_and_not_from_its_end() {
        look(LONGEST - 1);
        assertThat(hold.lasts()).isTrue();

        clock.addAndGet(1);

        assertThat(hold.lasts()).isFalse();
    }

    @Test
    void a_look_that_took_longer_does_not_hold_at_all() {
        look(LONGEST);

        assertThat(hold.lasts()).isFalse();
    }

    @Test
    void what_is_committed_here_ends_it() {
        look(1);

        hold.end();

        assertThat(hold.lasts()).isFalse();
    }

    @Test
    void a_look_that_began_before_a_commit_does_not_hold_after_it() {
        Hold.Look look = hold.look();
        hold.end();

        hold.begin(look);

        assertThat(hold.lasts()).isFalse();
    }

    @Test
    void a_look_that_began_after_a_commit_holds() {
        hold.end();

        look(1);

        assertThat(hold.lasts()).isTrue();
    }

    private void look(long nanos) {
        Hold.Look look = hold.look();
        clock.addAndGet(nanos);
        hold.begin(look);
    }
}
