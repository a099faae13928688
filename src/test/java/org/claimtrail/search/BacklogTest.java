package org.claimtrail.search;

import static org.assertj.core.api.Assertions.assertThat;

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
        backlog.doneWithEverything();
    }

    @Test
    void everything_is_to_be_read_at_first() {
        assertThat(new Backlog().isEverything()).isTrue();
    }

    @Test
    void what_was_closed_comes_first_however_much_waits() {
        backlog.add(List.of(
                event("claim.created", "claim_1"),
                event("claim.created", "claim_2"),
                event("claim.withheld", "claim_3"),
                event("assessment.released", "asmt_4")));

        assertThat(backlog.some(1)).containsExactly("claim_3", "asmt_4", "claim_1");
        assertThat(backlog.size()).isEqualTo(4);
    }

    @Test
    void what_changed_twice_is_looked_at_once() {
        backlog.add(List.of(event("claim.created", "claim_1"), event("claim.edited", "claim_1")));

        assertThat(backlog.some(10)).containsExactly("claim_1");
    }

    @Test
    void what_no_claim_shows_is_passed_over() {
        backlog.add(List.of(
                event("source.edited", "source_1"),
                event("key.issued", "key_1"),
                new Committed("assessment.edited", "asmt_1", false)));

        assertThat(backlog.some(10)).isEmpty();
        assertThat(backlog.isEverything()).isFalse();
    }

    @Test
    void what_changes_after_it_was_looked_at_is_looked_at_again() {
        backlog.add(List.of(event("claim.created", "claim_1")));
        backlog.done(backlog.some(10));
        assertThat(backlog.some(10)).isEmpty();

        backlog.add(List.of(event("claim.edited", "claim_1")));

        assertThat(backlog.some(10)).containsExactly("claim_1");
    }

    @Test
    void an_erased_draft_is_erased_as_well() {
        backlog.add(List.of(new Committed("assessment.erased", "asmt_1", false)));

        assertThat(backlog.some(10)).containsExactly("asmt_1");
        assertThat(backlog.takeErased()).isTrue();
        assertThat(backlog.takeErased()).isFalse();
    }

    @Test
    void labels_that_were_erased_may_stand_beside_any_claim() {
        backlog.add(List.of(event("scale.erased", "scale_1")));

        assertThat(backlog.isEverything()).isTrue();
    }

    @Test
    void more_than_can_be_remembered_is_everything() {
        backlog.add(IntStream.rangeClosed(0, Backlog.MANY)
                .mapToObj(n -> event("claim.created", "claim_" + n))
                .toList());

        assertThat(backlog.isEverything()).isTrue();
        assertThat(backlog.some(10)).isEmpty();
    }

    private static Committed event(String type, String subject) {
        return new Committed(type, subject, true);
    }
}
