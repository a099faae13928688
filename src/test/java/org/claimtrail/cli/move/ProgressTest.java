package org.claimtrail.cli.move;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ProgressTest {

    private static final long MILLISECOND = 1_000_000;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final AtomicLong clock = new AtomicLong();
    private final Progress progress =
            new Progress(new PrintStream(out, true, StandardCharsets.UTF_8), clock::get, 10_000);

    @Test
    void says_how_far_it_is_every_two_seconds_and_at_the_end_of_a_table() {
        progress.table("claim", 5_000);
        rows(5_000, true);

        assertThat(lines())
                .containsExactly(
                        "claim: 2,048 of 5,000 rows; all: 2,048 of 10,000, 1,000 a second, 8 s left",
                        "claim: 4,096 of 5,000 rows; all: 4,096 of 10,000, 1,000 a second, 6 s left",
                        "claim: 5,000 of 5,000 rows; all: 5,000 of 10,000, 1,000 a second, 5 s left");
    }

    @Test
    void what_an_earlier_run_has_copied_says_nothing_about_the_speed() {
        progress.table("claim", 1_900);
        rows(1_900, false);
        progress.table("source", 100);
        clock.addAndGet(60_000 * MILLISECOND);
        rows(100, true);

        assertThat(lines())
                .containsExactly(
                        "claim: 1,900 of 1,900 rows; all: 1,900 of 10,000",
                        "source: 100 of 100 rows; all: 2,000 of 10,000, 1,010 a second, 8 s left");
    }

    /** One a millisecond. */
    private void rows(int count, boolean areNew) {
        for (int i = 0; i < count; i++) {
            progress.row(areNew);
            clock.addAndGet(MILLISECOND);
        }
    }

    private java.util.List<String> lines() {
        return out.toString(StandardCharsets.UTF_8).lines().toList();
    }
}
