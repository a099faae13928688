package org.claimtrail.audit.witness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.claimtrail.audit.log.LogDatabase;
import org.claimtrail.audit.log.TestLog;
import org.claimtrail.audit.witness.Judgement.Cosigned;
import org.claimtrail.audit.witness.Judgement.Inconsistent;
import org.claimtrail.audit.witness.Judgement.Malformed;
import org.claimtrail.audit.witness.Judgement.OtherSize;
import org.claimtrail.audit.witness.Judgement.UnknownLog;
import org.claimtrail.audit.witness.Judgement.Unsigned;
import org.claimtrail.merkle.Hash;
import org.claimtrail.merkle.NoteSignature;
import org.claimtrail.merkle.NoteSigner;
import org.claimtrail.support.FakeLog;
import org.claimtrail.support.FakeWitness;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a witness makes of requests. */
class WitnessTest {

    private final FakeLog log = FakeLog.of("log.example");
    private final NoteSigner key = FakeWitness.signer("witness.example");
    private final LogDatabase database = TestLog.database();
    private final Path folder;
    private final Witness witness;

    WitnessTest(@TempDir Path folder) throws IOException {
        this.folder = folder;
        this.witness = new Witness(
                database, new WitnessMemory(folder), new FollowedLogs(List.of(log.vkey(), log.secondVkey())), key);
    }

    @Test
    void cosigns_the_first_checkpoint_of_a_log() throws SQLException {
        assertCosigned(witness.judge(log.request(0, 3)), log.text(3));
    }

    @Test
    void cosigns_what_goes_on_from_the_last() throws SQLException {
        witness.judge(log.request(0, 3));

        assertCosigned(witness.judge(log.request(3, 3)), log.text(3));
        assertCosigned(witness.judge(log.request(3, 8)), log.text(8));
        assertCosigned(witness.judge(log.request(8, 300)), log.text(300));
    }

    @Test
    void cosigns_with_the_extensions_of_the_log() throws SQLException {
        String text = log.text(3) + "an extension\n";

        assertCosigned(witness.judge(log.request(0, text)), text);
    }

    @Test
    void cosigns_the_empty_tree() throws SQLException {
        assertCosigned(witness.judge(log.request(0, 0)), log.text(0));
        assertCosigned(witness.judge(log.request(0, 0)), log.text(0));
        assertCosigned(witness.judge(log.request(0, 3)), log.text(3));
    }

    @Test
    void refuses_an_empty_tree_with_another_root() throws SQLException {
        assertThat(witness.judge(log.request(0, log.text(0, Hash.leaf(new byte[0])))))
                .isInstanceOf(Inconsistent.class);
    }

    @Test
    void says_the_size_when_another_one_was_cosigned_last() throws SQLException {
        assertThat(witness.judge(log.request(2, 3))).isEqualTo(new OtherSize(0));
        witness.judge(log.request(0, 5));

        assertThat(witness.judge(log.request(0, 5))).isEqualTo(new OtherSize(5));
        assertThat(witness.judge(log.request(3, 7))).isEqualTo(new OtherSize(5));
        assertThat(witness.judge(log.request(6, 7))).isEqualTo(new OtherSize(5));
        assertThat(witness.judge(log.request(2, 3))).as("no way back").isEqualTo(new OtherSize(5));
    }

    @Test
    void refuses_another_root_for_the_same_size() throws SQLException {
        witness.judge(log.request(0, 5));

        assertThat(witness.judge(log.request(5, log.text(5, Hash.leaf(new byte[0])))))
                .isInstanceOf(Inconsistent.class);
        assertCosigned(witness.judge(log.request(5, 5)), log.text(5));
    }

    @Test
    void refuses_a_proof_that_does_not_lead_there() throws SQLException {
        witness.judge(log.request(0, 5));
        FakeLog fork = FakeLog.forkOf(log, 4);

        assertThat(witness.judge(fork.request(5, 9))).as("a fork").isInstanceOf(Inconsistent.class);
        assertThat(witness.judge(log.request(5, log.text(9)))).as("no proof").isInstanceOf(Inconsistent.class);
        assertThat(witness.judge(log.request(5, log.proof(5, 8), log.text(9))))
                .as("another proof")
                .isInstanceOf(Inconsistent.class);
        assertThat(witness.judge(log.request(5, log.proof(5, 9), log.text(5))))
                .as("a proof where none is due")
                .isInstanceOf(Inconsistent.class);
        assertCosigned(witness.judge(log.request(5, 9)), log.text(9));
    }

    @Test
    void refuses_a_proof_from_nothing() throws SQLException {
        assertThat(witness.judge(log.request(0, log.proof(2, 3), log.text(3)))).isInstanceOf(Inconsistent.class);
    }

    @Test
    void refuses_an_old_size_above_the_checkpoints() throws SQLException {
        assertThat(witness.judge(log.request(4, log.text(3)))).isInstanceOf(Malformed.class);
    }

    @Test
    void refuses_what_it_cannot_read() throws SQLException {
        assertThat(witness.judge(new byte[0])).isInstanceOf(Malformed.class);
        assertThat(witness.judge("{}".getBytes(StandardCharsets.UTF_8))).isInstanceOf(Malformed.class);
        assertThat(witness.judge(log.request(0, "log.example\nmany\n"))).isInstanceOf(Malformed.class);
        assertThat(witness.judge(log.request(0, "log.example\n3\nno root\n"))).isInstanceOf(Malformed.class);
    }

    @Test
    void knows_only_the_logs_it_follows_and_stores_nothing_of_others() throws SQLException {
        FakeLog other = FakeLog.of("other.example");

        assertThat(witness.judge(other.request(0, 3))).isEqualTo(new UnknownLog("other.example"));
        assertThat(witness.judge(log.request(0, 3, FakeLog.stranger("log.example"))))
                .isInstanceOf(Unsigned.class);
        assertThat(rows()).isZero();
    }

    @Test
    void takes_no_signature_but_the_logs() throws SQLException {
        assertThat(witness.judge(log.request(0, 3, FakeLog.stranger("stranger.example"))))
                .as("a stranger's")
                .isEqualTo(new Unsigned("log.example"));
        assertThat(witness.judge(log.request(0, 3, FakeLog.stranger("log.example"))))
                .as("a stranger's under the name of the log")
                .isEqualTo(new Unsigned("log.example"));
        NoteSignature ofAnother = log.signer().sign(log.text(4));
        assertThat(witness.judge(log.request(0, log.text(3), List.of(ofAnother))))
                .as("the log's, over another checkpoint")
                .isEqualTo(new Unsigned("log.example"));
    }

    @Test
    void takes_no_wrong_signature_of_a_trusted_key_beside_a_right_one() throws SQLException {
        NoteSignature right = log.signer().sign(log.text(3));
        NoteSignature wrong = log.secondSigner().sign(log.text(4));

        assertThat(witness.judge(log.request(0, log.text(3), List.of(right, wrong))))
                .isInstanceOf(Unsigned.class);
        assertThat(witness.judge(log.request(0, log.text(3), List.of(wrong, right))))
                .isInstanceOf(Unsigned.class);
    }

    @Test
    void takes_either_key_of_a_log_that_rotates_and_ignores_strangers() throws SQLException {
        assertCosigned(witness.judge(log.request(0, 3, log.secondSigner())), log.text(3));
        assertCosigned(witness.judge(log.request(3, 5, FakeLog.stranger("log.example"), log.signer())), log.text(5));
        assertCosigned(witness.judge(log.request(5, 7, log.signer(), log.secondSigner())), log.text(7));
    }

    @Test
    void cosigns_one_of_two_checkpoints_of_one_size_that_race() throws Exception {
        for (int round = 0; round < 20; round++) {
            FakeLog racing = FakeLog.of("log.example");
            FakeLog fork = FakeLog.forkOf(racing, 0);
            WitnessMemory memory = new WitnessMemory(Files.createDirectory(folder.resolve("round-" + round)));
            Witness fresh = new Witness(TestLog.database(), memory, new FollowedLogs(List.of(racing.vkey())), key);

            List<Judgement> judgements = race(fresh, racing.request(0, 3), fork.request(0, 3));

            assertThat(judgements).filteredOn(Cosigned.class::isInstance).hasSize(1);
            assertThat(judgements).filteredOn(new OtherSize(3)::equals).hasSize(1);
        }
    }

    @Test
    void cosigns_one_of_many_continuations_that_race() throws Exception {
        witness.judge(log.request(0, 3));
        List<byte[]> requests = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            requests.add(FakeLog.forkOf(log, 3, i).request(3, 9));
        }

        List<Judgement> judgements = race(witness, requests.toArray(byte[][]::new));

        assertThat(judgements).filteredOn(Cosigned.class::isInstance).hasSize(1);
        assertThat(judgements).filteredOn(new OtherSize(9)::equals).hasSize(7);
        assertThat(rows()).isEqualTo(1);
    }

    @Test
    void follows_logs_and_no_witnesses() {
        List<String> keys = List.of(key.verifierKey().encode());

        assertThatThrownBy(() -> new FollowedLogs(keys)).isInstanceOf(IllegalArgumentException.class);
    }

    private static List<Judgement> race(Witness witness, byte[]... requests) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(requests.length);
        try {
            List<Callable<Judgement>> calls = Arrays.stream(requests)
                    .map(request -> (Callable<Judgement>) () -> witness.judge(request))
                    .toList();
            List<Judgement> judgements = new ArrayList<>();
            for (Future<Judgement> judgement : threads.invokeAll(calls)) {
                judgements.add(judgement.get());
            }
            return judgements;
        } finally {
            threads.shutdown();
        }
    }

    private void assertCosigned(Judgement judgement, String text) {
        assertThat(judgement).isInstanceOf(Cosigned.class);
        assertThat(key.verifierKey().verifies(text, ((Cosigned) judgement).signature()))
                .isTrue();
    }

    private long rows() {
        return database.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement("select count(*) from witness_log");
                    ResultSet row = select.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        });
    }
}
