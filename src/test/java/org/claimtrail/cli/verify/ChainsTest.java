package org.claimtrail.cli.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.claimtrail.merkle.ProofException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The events of a subject are one chain. */
class ChainsTest {

    private final Findings findings = new Findings();
    private final Chains chains = new Chains(findings);

    @Test
    void accepts_chains_that_cross() {
        add("1", "a", null);
        add("2", "b", null);
        add("3", "a", "1");
        add("4", "b", "2");

        assertFound();
    }

    @Test
    void accepts_an_event_whose_predecessor_comes_later_in_the_log() {
        add("2", "a", "1");
        add("1", "a", null);

        assertFound();
    }

    @Test
    void names_an_event_that_stands_there_twice() {
        add("1", "a", null);
        add("1", "a", null);

        assertFound("the event stands in the log twice");
    }

    @Test
    void names_a_predecessor_that_is_missing() {
        add("2", "a", "1");

        assertFound("is not in the log");
    }

    @Test
    void names_a_predecessor_of_another_subject() {
        add("1", "a", null);
        add("2", "b", "1");

        assertFound("is of another subject");
    }

    @Test
    void names_a_fork() {
        add("1", "a", null);
        add("2", "a", "1");
        add("3", "a", "1");

        assertFound("has another successor");
    }

    @Test
    void names_a_second_beginning() {
        add("1", "a", null);
        add("2", "a", null);

        assertFound("which has begun");
    }

    @Test
    void names_a_circle() {
        add("1", "a", "2");
        add("2", "a", "1");

        assertFound("the event comes before itself");
    }

    @Test
    void names_an_event_that_names_itself() {
        add("1", "a", "1");
        add("2", "b", null);
        add("3", "b", "3");

        assertFound("the event comes before itself", "the event comes before itself");
    }

    @Test
    void names_all_of_a_circle_whose_predecessor_comes_later_and_nobody_beside_it() {
        add("1", "a", "3");
        add("2", "a", "1");
        add("4", "b", "5");
        add("5", "b", "6");
        add("6", "b", "4");
        add("9", "c", "8");
        add("8", "c", "7");
        add("7", "c", null);
        add("3", "a", "2");

        assertFound("before itself", "before itself", "before itself");
        assertThat(findings.problems())
                .extracting(Problem::place)
                .containsExactly(Logs.event("1"), Logs.event("4"), Logs.event("5"));
    }

    /** So many that walking over all of them for each would take ten seconds and more. */
    @Test
    void walks_over_a_log_that_stands_on_its_head_once() {
        int events = 150_000;
        for (int i = events; i > 1; i--) {
            add(Integer.toString(i), "a", Integer.toString(i - 1));
        }
        add("1", "a", null);

        assertTimeoutPreemptively(Duration.ofSeconds(5), () -> assertFound());
    }

    @Test
    void keeps_subjects_of_one_number_and_two_kinds_apart() throws ProofException {
        add("1", "a", null);
        chains.add(parse(Logs.leaf("2", "agent", "a", null)));

        assertFound();
    }

    @Test
    void keeps_many_ids_apart() {
        for (int i = 0; i < 5000; i++) {
            add(Integer.toString(i), Integer.toString(i % 10), i < 10 ? null : Integer.toString(i - 10));
        }

        assertFound();
    }

    private void add(String event, String claim, @Nullable String prev) {
        try {
            chains.add(parse(Logs.leaf(event, "claim", claim, prev)));
        } catch (ProofException e) {
            throw new IllegalStateException(e);
        }
    }

    private static LeafEvent parse(String leaf) throws ProofException {
        return LeafEvent.parse(leaf.getBytes(StandardCharsets.UTF_8));
    }

    private void assertFound(String... words) {
        chains.end();
        assertThat(findings.problems()).hasSize(words.length);
        for (int i = 0; i < words.length; i++) {
            assertThat(findings.problems().get(i).what()).contains(words[i]);
        }
    }
}
