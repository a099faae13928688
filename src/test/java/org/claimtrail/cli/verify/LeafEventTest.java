package org.claimtrail.cli.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.claimtrail.merkle.ProofException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A leaf is canonical JSON of one schema, or it is no leaf. */
class LeafEventTest {

    private static final String LEAF = Logs.leaf("0", "claim", "0", null);

    @Test
    void reads_what_a_leaf_says() throws Exception {
        LeafEvent event = parse(Logs.leaf("2", "claim", "0", "1"));

        assertThat(event.id().toString()).isEqualTo(Logs.event("2"));
        assertThat(String.valueOf(event.prev())).isEqualTo(Logs.event("1"));
        assertThat(event.subject().toString()).isEqualTo(Logs.id("claim", "0"));
        assertThat(event.type()).isEqualTo("claim.edited");
        assertThat(event.version()).isEqualTo(1);
    }

    @Test
    void reads_the_first_event_of_a_subject() throws Exception {
        assertThat(parse(LEAF).prev()).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"actor\"|{ \"actor\"",
                "\"v\":1|\"v\":2",
                "\"v\":1|\"v\":1.0",
                "\"ver\":1|\"ver\":01",
                "\"ver\":1|\"ver\":-1",
                "\"ver\":1}|\"ver\":1,\"w\":1}",
                "\"ver\":1}|\"ver\":1}\\n",
                ".000000Z|Z",
                ".000000Z|.000000+00:00",
                "2025-11-04T|2025-02-30T",
                "sha256:|sha1:",
                "sha256:0|sha256:G",
                "\"prev\":null|\"prev\":\"\"",
                "\"reason\":\"none\"|\"reason\":\"He said so\"",
                "\"id\":\"event_|\"id\":\"claim_",
                "\"subj\":\"claim_|\"subj\":\"nothing_",
                "a:0123456789abcdef|Kim Yo Jong"
            })
    void refuses_anything_else(String from, String to) {
        String spoiled = LEAF.replace(from, to.replace("\\n", "\n"));

        assertThat(spoiled).isNotEqualTo(LEAF);
        assertThatThrownBy(() -> parse(spoiled)).isInstanceOf(ProofException.class);
    }

    private static LeafEvent parse(String leaf) throws ProofException {
        return LeafEvent.parse(leaf.getBytes(StandardCharsets.UTF_8));
    }
}
