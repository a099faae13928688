package org.claimtrail.history;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerFileTest {

    private static final ErasedRecord FIRST = record("agent_01k98n0b00e2yvxn9dy3b49br5", ErasureBasis.GDPR_ART_17);
    private static final ErasedRecord SECOND = record("claim_01k98n0b00enm8146esfsye80v", ErasureBasis.COURT_ORDER);

    @TempDir
    Path folder;

    private Path path = Path.of("");
    private LedgerFile ledger = new LedgerFile(path);

    @BeforeEach
    void open() {
        path = folder.resolve("below").resolve("erasures.jsonl");
        ledger = new LedgerFile(path);
    }

    @Test
    void holds_nothing_before_the_first_erasure() {
        assertThat(ledger.read()).isEmpty();
    }

    @Test
    void keeps_a_line_of_canonical_json_each() throws IOException {
        ledger.append(FIRST);
        ledger.append(SECOND);

        assertThat(ledger.read()).containsExactly(FIRST, SECOND);
        assertThat(Files.readString(path))
                .startsWith("{\"at\":\"2025-11-05T10:00:00.000001Z\",\"basis\":\"gdpr_art_17\",\"event\":"
                        + "\"event_01k98n0b00e5ev27be852nn2n4\",\"record\":\"agent_01k98n0b00e2yvxn9dy3b49br5\"}\n{")
                .endsWith("}\n");
    }

    @Test
    void cuts_off_a_torn_last_line() throws IOException {
        ledger.append(FIRST);
        String whole = Files.readString(path);
        Files.writeString(path, whole + whole.substring(0, 30));

        assertThat(ledger.read()).containsExactly(FIRST);
        assertThat(Files.readString(path)).isEqualTo(whole);
        ledger.append(SECOND);
        assertThat(ledger.read()).containsExactly(FIRST, SECOND);
    }

    @Test
    void completes_a_last_line_that_lacks_its_end_alone() throws IOException {
        ledger.append(FIRST);
        ledger.append(SECOND);
        String whole = Files.readString(path);
        Files.writeString(path, whole.stripTrailing());

        assertThat(ledger.read()).containsExactly(FIRST, SECOND);
        assertThat(Files.readString(path)).isEqualTo(whole);
    }

    @Test
    void a_torn_line_may_end_within_a_character() throws IOException {
        ledger.append(FIRST);
        byte[] torn = {'{', '"', (byte) 0xE2};
        Files.write(path, torn, StandardOpenOption.APPEND);

        assertThat(ledger.read()).containsExactly(FIRST);
    }

    @Test
    void refuses_to_guess_at_another_line_that_cannot_be_read() throws IOException {
        ledger.append(FIRST);
        Files.write(path, ("garbage\n" + Files.readString(path)).getBytes(UTF_8));

        assertThatThrownBy(() -> ledger.read())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("line 1");
    }

    static ErasedRecord record(String id, ErasureBasis basis) {
        return new ErasedRecord(id, basis, "2025-11-05T10:00:00.000001Z", "event_01k98n0b00e5ev27be852nn2n4");
    }
}
