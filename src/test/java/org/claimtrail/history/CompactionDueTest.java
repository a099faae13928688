package org.claimtrail.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.claimtrail.shared.file.DataFiles;
import org.claimtrail.shared.id.Kind;
import org.claimtrail.support.Newsroom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What asks for the file of the embedded database to be written anew, and where. */
class CompactionDueTest {

    private final ErasedRecord erased = LedgerFileTest.record(Newsroom.noSuch(Kind.AGENT), ErasureBasis.COPYRIGHT);

    @TempDir
    Path data;

    @TempDir
    Path elsewhere;

    @BeforeEach
    void database() throws IOException {
        Files.writeString(data.resolve(DataFiles.DATABASE), "");
    }

    @Test
    void is_asked_for_where_the_database_is_wherever_the_ledger_is() {
        Path ledger = elsewhere.resolve("erasures.jsonl");

        with(Optional.of(ledger)).append(erased);

        assertThat(data.resolve(DataFiles.COMPACTION_DUE)).exists();
        assertThat(elsewhere.resolve(DataFiles.COMPACTION_DUE)).doesNotExist();
        assertThat(ledger).exists();
    }

    @Test
    void is_asked_for_where_no_ledger_is_kept() {
        with(Optional.empty()).append(erased);

        assertThat(data.resolve(DataFiles.COMPACTION_DUE)).exists();
    }

    @Test
    void is_not_asked_for_where_there_is_no_embedded_database() throws IOException {
        Files.delete(data.resolve(DataFiles.DATABASE));

        with(Optional.empty()).append(erased);

        assertThat(data).isEmptyDirectory();
    }

    @Test
    void an_erasure_is_written_down_if_that_fails() throws IOException {
        Files.createDirectory(data.resolve(DataFiles.COMPACTION_DUE));
        Path ledger = elsewhere.resolve("erasures.jsonl");

        assertThatThrownBy(() -> with(Optional.of(ledger)).append(erased)).isInstanceOf(UncheckedIOException.class);

        assertThat(new LedgerFile(ledger).read()).containsExactly(erased);
    }

    private ErasureLedger with(Optional<Path> ledger) {
        return new ErasureLedger(() -> ledger, Optional.of(data));
    }
}
