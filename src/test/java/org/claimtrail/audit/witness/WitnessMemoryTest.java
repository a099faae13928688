package org.claimtrail.audit.witness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.claimtrail.audit.log.LogDatabase;
import org.claimtrail.audit.log.TestLog;
import org.claimtrail.audit.witness.Judgement.Cosigned;
import org.claimtrail.audit.witness.Judgement.Inconsistent;
import org.claimtrail.audit.witness.Judgement.OtherSize;
import org.claimtrail.shared.file.DataFiles;
import org.claimtrail.support.FakeLog;
import org.claimtrail.support.FakeWitness;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a witness knows when its database, or the file beside it, was put back to an earlier state. */
class WitnessMemoryTest {

    private final FakeLog log = FakeLog.of("log.example");
    private final FakeLog other = FakeLog.of("other.example");

    @TempDir
    private Path folder;

    @Test
    void cosigns_no_fork_when_the_database_was_put_back() throws Exception {
        LogDatabase older = TestLog.database();
        witness(TestLog.database()).judge(log.request(0, 8));

        Witness restored = witness(older);

        assertThat(restored.judge(FakeLog.forkOf(log, 2).request(0, 8))).isEqualTo(new OtherSize(8));
        assertThat(restored.judge(log.request(0, 5))).as("no way back").isEqualTo(new OtherSize(8));
        assertThat(restored.judge(FakeLog.forkOf(log, 2).request(8, 9))).isInstanceOf(Inconsistent.class);
        assertThat(restored.judge(log.request(8, 9))).isInstanceOf(Cosigned.class);
        assertThat(restored.judge(log.request(9, 12))).isInstanceOf(Cosigned.class);
    }

    @Test
    void goes_on_from_the_database_when_the_file_was_put_back() throws Exception {
        LogDatabase database = TestLog.database();
        witness(database).judge(log.request(0, 3));
        byte[] older = Files.readAllBytes(file());
        witness(database).judge(log.request(3, 8));
        Files.write(file(), older);

        assertThat(witness(database).judge(log.request(3, 8))).isEqualTo(new OtherSize(8));
        assertThat(witness(database).judge(log.request(8, 8))).isInstanceOf(Cosigned.class);

        assertThat(file()).content().startsWith("8 ");
    }

    @Test
    void cosigns_nothing_more_when_both_know_another_tree_of_one_size() throws Exception {
        LogDatabase database = TestLog.database();
        witness(database).judge(log.request(0, 8));
        Files.delete(file());
        witness(TestLog.database()).judge(FakeLog.forkOf(log, 2).request(0, 8));

        assertThat(witness(database).judge(log.request(8, 9))).isInstanceOf(Inconsistent.class);
    }

    @Test
    void keeps_logs_apart() throws Exception {
        Witness witness = witness(TestLog.database());
        witness.judge(log.request(0, 8));
        witness.judge(other.request(0, 3));

        Witness restored = witness(TestLog.database());

        assertThat(restored.judge(log.request(0, 9))).isEqualTo(new OtherSize(8));
        assertThat(restored.judge(other.request(3, 4))).isInstanceOf(Cosigned.class);
        assertThat(Files.readAllLines(file())).hasSize(2);
    }

    @Test
    void answers_no_cosignature_that_is_not_kept() throws Exception {
        LogDatabase database = TestLog.database();
        Witness witness = witness(database);
        Files.createDirectories(file().resolve("in-the-way"));

        assertThatThrownBy(() -> witness.judge(log.request(0, 8))).hasMessageContaining("not kept");
    }

    private Witness witness(LogDatabase database) throws IOException, SQLException {
        return new Witness(
                database,
                new WitnessMemory(folder),
                new FollowedLogs(List.of(log.vkey(), other.vkey())),
                FakeWitness.signer("witness.example"));
    }

    private Path file() {
        return folder.resolve(DataFiles.WITNESS_SEEN);
    }
}
