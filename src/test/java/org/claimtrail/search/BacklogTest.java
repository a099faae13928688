package org.claimtrail.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.claimtrail.audit.NewEvents.Committed;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is to be looked at, in which order. */
class BacklogTest {

    private final Backlog backlog = new Backlog();

    @BeforeEach
    void everything_was_read() {
        backlog.beginWithEverything();
    }

    @Test
    void everything_is_to_be_read_at_first() {
        assertThat(new Backlog().isEverything()).isTrue();
    }

    @Test
    void what_was_closed_comes_first_however_much_waits() {
        backlog.add(List.of(
                event("claim.created", id("claim", 1)),
                event("claim.created", id("claim", 2)),
                event("claim.withheld", id("claim", 3)),
                event("assessment.released", id("asmt", 4))));

        assertThat(backlog.some(1)).containsExactly(id("claim", 3), id("asmt", 4), id("claim", 1));
        assertThat(backlog.size()).isEqualTo(4);
    }

    @Test
    void it_is_still_where_little_has_changed_for_long() {
        assertThat(backlog.isStill()).isTrue();

        backlog.add(Collections.nCopies(1000, event("source.edited", id("source", 1))));
        assertThat(backlog.isStill()).isFalse();

        for (int i = 0; i < 9; i++) {
            backlog.add(Collections.nCopies(999, event("source.edited", id("source", 1))));
            assertThat(backlog.isStill()).isFalse();
        }
        backlog.add(List.of());
        assertThat(backlog.isStill()).isTrue();
    }

    @Test
    void it_is_not_still_where_too_much_has_changed_to_tell_what() {
        backlog.addUnknown();

        assertThat(backlog.isStill()).isFalse();
        assertThat(backlog.isEverything()).isTrue();
    }

    @Test
    void it_is_still_at_first_though_it_cannot_be_told_what_has_changed() {
        Backlog first = new Backlog();

        first.addUnknown();

        assertThat(first.isStill()).isTrue();
    }

    @Test
    void of_claims_that_change_while_all_are_read_those_are_looked_at_that_were_read() {
        backlog.addWhileRead(
                List.of(
                        event("claim.edited", id("claim", 1)),
                        event("claim.edited", id("claim", 2)),
                        event("claim.withheld", id("claim", 3)),
                        event("assessment.published", id("asmt", 9))),
                id("claim", 2));

        assertThat(backlog.some(10)).containsExactly(id("claim", 1), id("claim", 2), id("asmt", 9));
    }

    @Test
    void what_changed_twice_is_looked_at_once() {
        backlog.add(List.of(event("claim.created", id("claim", 1)), event("claim.edited", id("claim", 1))));

        assertThat(backlog.some(10)).containsExactly(id("claim", 1));
    }

    @Test
    void what_no_claim_shows_is_passed_over() {
        backlog.add(List.of(
                event("source.edited", id("source", 1)),
                event("key.issued", id("key", 1)),
                new Committed("assessment.edited", id("asmt", 1), false)));

        assertThat(backlog.some(10)).isEmpty();
        assertThat(backlog.isEverything()).isFalse();
    }

    @Test
    void what_changes_after_it_was_looked_at_is_looked_at_again() {
        backlog.add(List.of(event("claim.created", id("claim", 1))));
        backlog.done(backlog.some(10));
        assertThat(backlog.some(10)).isEmpty();

        backlog.add(List.of(event("claim.edited", id("claim", 1))));

        assertThat(backlog.some(10)).containsExactly(id("claim", 1));
    }

    @Test
    void an_erased_draft_is_erased_as_well() {
        backlog.add(List.of(new Committed("assessment.erased", id("asmt", 1), false)));

        assertThat(backlog.some(10)).containsExactly(id("asmt", 1));
        assertThat(backlog.takeErased()).isTrue();
        assertThat(backlog.takeErased()).isFalse();
    }

    @Test
    void labels_that_were_erased_may_stand_beside_any_claim() {
        backlog.add(List.of(event("scale.erased", id("scale", 1))));

        assertThat(backlog.isEverything()).isTrue();
    }

    @Test
    void more_than_can_be_remembered_is_everything() {
        backlog.add(IntStream.rangeClosed(0, Backlog.MANY)
                .mapToObj(n -> event("claim.created", id("claim", n)))
                .toList());

        assertThat(backlog.isEverything()).isTrue();
        assertThat(backlog.some(10)).isEmpty();
    }

    private static String id(String kind, int number) {
        return "%s_%026d".formatted(kind, number);
    }

    private static Committed event(String type, String subject) {
        return new Committed(type, subject, true);
    }
}
