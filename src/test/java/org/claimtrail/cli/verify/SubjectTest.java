package org.claimtrail.cli.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.claimtrail.merkle.ProofException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What may be gone, what may not, and who may approve. */
class SubjectTest {

    private static final String WITHHELD =
            "{\"evidence\":[{\"commitment\":\"sha256:aa\",\"withheld\":true,\"withheldReason\":\"x\"}]}";

    private final Findings findings = new Findings();

    @Test
    void counts_a_content_as_erased_when_a_later_event_says_so() {
        erasures(event("1", null, "claim.created", "a", null), event("2", "1", "claim.erased", "a", "{}"));

        assertThat(findings.problems()).isEmpty();
        assertThat(findings.counts()).containsEntry("erased", 1L);
    }

    @Test
    void names_a_content_that_is_gone_without_a_word() {
        erasures(event("1", null, "claim.created", "a", null), event("2", "1", "claim.edited", "a", "{}"));

        assertFound("the content is gone");
    }

    @Test
    void names_a_content_that_is_gone_although_only_an_earlier_one_was_erased() {
        erasures(
                event("1", null, "claim.created", "a", null),
                event("2", "1", "claim.erased", "a", "{}"),
                event("3", "2", "claim.edited", "a", null));

        assertFound("the content is gone");
    }

    @Test
    void names_a_confidential_part_that_is_gone() {
        erasures(event("1", null, "assessment.drafted", "a", WITHHELD));

        assertFound("a confidential part is gone");
    }

    @Test
    void names_a_confidential_part_that_fits_no_commitment() {
        StoredEvent event = event("1", null, "assessment.drafted", "a", WITHHELD, "sha256:bb");

        Subject.of("asmt_x", List.of(event)).checkParts(findings);

        assertFound("the confidential part does not fit");
    }

    @Test
    void puts_events_in_the_order_of_their_chain() {
        StoredEvent first = event("9", null, "claim.created", "a", "{}");
        StoredEvent second = event("1", "9", "claim.edited", "a", "{}");

        assertThat(Subject.of("claim_x", List.of(second, first)).events()).containsExactly(first, second);
    }

    @Test
    void plays_a_workflow_to_its_publication() {
        Workflow workflow = play("b", "assessment.submitted", "assessment.approved", "assessment.published");

        assertThat(findings.problems()).isEmpty();
        assertThat(workflow.published()).isEqualTo(1);
        assertThat(workflow.versions().get(0).state).isEqualTo("PUBLISHED");
        assertThat(workflow.versions().get(0).approver).isEqualTo("me");
    }

    @Test
    void names_an_approval_by_an_author() {
        play("a", "assessment.submitted", "assessment.approved");

        assertFound("approved by an author");
    }

    @Test
    void names_a_publication_that_nobody_approved() {
        play("b", "assessment.submitted", "assessment.published");

        assertFound("assessment.published of a version that is IN_REVIEW");
    }

    private Workflow play(String by, String... steps) {
        StoredEvent[] events = new StoredEvent[steps.length + 1];
        events[0] = event("1", null, "assessment.drafted", "a", "{}");
        for (int i = 0; i < steps.length; i++) {
            events[i + 1] = event("" + (i + 2), "" + (i + 1), steps[i], by, "{\"by\":\"me\"}");
        }
        List<StoredEvent> all = List.of(events);
        return Workflow.of(all, Life.of(all, findings), findings);
    }

    private void erasures(StoredEvent... events) {
        Subject.of("claim_x", List.of(events)).checkErasures(findings);
    }

    private void assertFound(String words) {
        assertThat(findings.problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.what()).contains(words));
    }

    private static StoredEvent event(
            String id, @Nullable String prev, String type, String actor, @Nullable String content, String... parts) {
        SortedMap<Integer, String> numbered = new TreeMap<>();
        for (String part : parts) {
            numbered.put(numbered.size() + 1, part);
        }
        String leaf = Logs.leaf(id, "claim", "a", prev)
                .replace("claim.edited", type)
                .replace("a:0123456789abcdef", "a:" + actor);
        try {
            return StoredEvent.of(
                    LeafEvent.parse(leaf.getBytes(StandardCharsets.UTF_8)),
                    content == null ? null : content.getBytes(StandardCharsets.UTF_8),
                    numbered);
        } catch (ProofException e) {
            throw new IllegalStateException(e);
        }
    }
}
