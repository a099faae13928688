package org.claimtrail.audit.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.claimtrail.merkle.Hash;
import org.claimtrail.merkle.Note;
import org.claimtrail.merkle.VerifierKey;
import org.claimtrail.shared.start.CannotStart;
import org.claimtrail.support.FakeWitness;
import org.claimtrail.support.FakeWitness.Answer;
import org.jboss.logmanager.formatters.PatternFormatter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** All witnesses of a log, from the signed checkpoint to the one that is shown. */
class WitnessesTest {

    private static final FakeWitness.Behaviour DOWN = (request, checkpoint) -> Answer.status(503);

    private final FakeWitness first = FakeWitness.start("first.example");
    private final FakeWitness second = FakeWitness.start("second.example");

    @TempDir
    private Path folder;

    @AfterEach
    void stop() {
        first.close();
        second.close();
    }

    @Test
    void shows_a_checkpoint_with_the_cosignatures_of_all() throws Exception {
        TestLog log = log(2);
        log.grow(5);

        log.publisher(log.witnesses()).publish();

        assertThat(shown(log)).matches(note -> isCosigned(note, first) && isCosigned(note, second));
    }

    @Test
    void keeps_the_signature_of_the_log_in_front() throws Exception {
        TestLog log = log(2);
        log.grow(5);
        byte[] signed = log.sign().note();
        log.grow(1);

        log.publisher(log.witnesses()).publish();

        String origin = Note.parse(signed).signatures().get(0).name();
        assertThat(shown(log).signatures())
                .extracting("name")
                .containsExactly(origin, "first.example", "second.example");
    }

    @Test
    void leads_on_from_what_each_witness_saw_last() throws Exception {
        TestLog log = log(2);
        Witnesses witnesses = log.witnesses();
        log.grow(3);
        log.publisher(witnesses).publish();
        second.behave(DOWN);
        log.grow(300);
        assertThatThrownBy(() -> log.publisher(witnesses).publish()).isInstanceOf(TooFewWitnesses.class);
        log.grow(300);
        second.behaveHonestly();

        log.publisher(witnesses).publish();

        assertThat(log.published().size()).isEqualTo(603);
        assertThat(first.olds()).containsExactly(0L, 3L, 303L);
        assertThat(second.olds()).containsExactly(0L, 3L, 3L);
    }

    @Test
    void shows_what_came_in_time_when_none_has_to_cosign() throws Exception {
        TestLog log = log(0);
        first.behave(DOWN);
        log.grow(5);

        log.publisher(log.witnesses()).publish();

        assertThat(shown(log)).matches(note -> !isCosigned(note, first) && isCosigned(note, second));
    }

    @Test
    void shows_nothing_until_enough_have_cosigned() throws Exception {
        TestLog log = log(2);
        Publisher publisher = log.publisher(log.witnesses());
        second.behave(DOWN);
        log.grow(5);

        assertThatThrownBy(publisher::publish).isInstanceOf(TooFewWitnesses.class);
        assertThat(log.published().size()).isZero();

        second.behaveHonestly();
        publisher.publish();
        assertThat(log.published().size()).isEqualTo(5);
        assertThat(first.olds()).as("one that has cosigned is not asked again").hasSize(1);
    }

    @Test
    void tells_of_an_outage_once_and_of_its_end() throws Exception {
        TestLog log = log(2);
        Publisher publisher = log.publisher(log.witnesses());
        second.behave(DOWN);
        log.grow(5);

        try (Told told = new Told()) {
            for (int round = 0; round < 3; round++) {
                assertThatThrownBy(publisher::publish).isInstanceOf(TooFewWitnesses.class);
            }
            assertThat(told.lines)
                    .filteredOn(line -> line.contains("waits until"))
                    .hasSize(1);
            assertThat(told.lines)
                    .filteredOn(line -> line.contains("second.example does not"))
                    .hasSize(1);
            second.behaveHonestly();
            publisher.publish();
            assertThat(told.lines).filteredOn(line -> line.contains("again")).hasSize(2);
        }
    }

    @Test
    void finds_at_the_start_that_a_witness_saw_more() throws Exception {
        TestLog log = log(0);
        log.grow(5);
        Signed last = log.sign();
        second.saw(6, Hash.leaf(new byte[0]));

        Optional<String> wrong = log.witnesses().ahead(Optional.of(last));

        assertThat(wrong).hasValueSatisfying(why -> assertThat(why).contains("second.example", "6 entries"));
    }

    @Test
    void finds_at_the_start_that_a_witness_saw_another_tree() throws Exception {
        TestLog log = log(0);
        log.grow(5);
        Signed last = log.sign();
        first.saw(5, Hash.leaf(new byte[0]));

        assertThat(log.witnesses().ahead(Optional.of(last)))
                .hasValueSatisfying(why -> assertThat(why).contains("first.example", "another tree"));
    }

    @Test
    void finds_nothing_wrong_at_the_start_when_witnesses_saw_this_tree_or_less() throws Exception {
        TestLog log = log(2);
        log.grow(3);
        Signed early = log.sign();
        log.grow(2);
        Signed last = log.sign();
        first.saw(3, early.root());
        second.saw(5, last.root());

        assertThat(log.witnesses().ahead(Optional.of(last))).isEmpty();
    }

    @Test
    void finds_nothing_wrong_at_the_start_when_nobody_answers() throws Exception {
        TestLog log = log(2);
        log.grow(3);
        Signed last = log.sign();
        first.close();
        second.behave(DOWN);

        assertThat(log.witnesses().ahead(Optional.of(last))).isEmpty();
        assertThat(log.witnesses().ahead(Optional.empty())).isEmpty();
    }

    @Test
    void finds_a_rollback_when_a_witness_answers_that_was_away_at_the_start() throws Exception {
        TestLog log = log(0);
        Witnesses witnesses = log.witnesses();
        first.behave(DOWN);
        first.saw(100, Hash.leaf(new byte[0]));
        log.grow(3);
        assertThat(witnesses.ahead(Optional.of(log.sign()))).isEmpty();
        first.behaveHonestly();
        log.grow(3);

        assertThatThrownBy(() -> log.publisher(witnesses).publish())
                .isInstanceOf(Fork.class)
                .hasMessageContaining("100 entries");
        assertThat(log.published().size()).as("shown").isEqualTo(3);
    }

    @Test
    void goes_on_when_a_witness_that_agreed_errs_later() throws Exception {
        TestLog log = log(0);
        Witnesses witnesses = log.witnesses();
        log.grow(3);
        log.publisher(witnesses).publish();
        first.saw(100, Hash.leaf(new byte[0]));
        log.grow(3);

        log.publisher(witnesses).publish();

        assertThat(shown(log)).matches(note -> !isCosigned(note, first) && isCosigned(note, second));
    }

    @Test
    void does_not_start_with_a_quorum_that_cannot_be_reached() {
        assertThatThrownBy(() -> log(3).witnesses())
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("3");
        assertThatThrownBy(() -> log(-1).witnesses()).isInstanceOf(CannotStart.class);
    }

    @Test
    void does_not_start_with_witnesses_that_cannot_be_meant() {
        assertRefused(Map.of("claimtrail.audit.witnesses[1].vkey", first.vkey()), "twice");
        assertRefused(Map.of("claimtrail.audit.witnesses[1].vkey", "no key"), "cannot be used");
        assertRefused(Map.of("claimtrail.audit.witnesses[1].url", "ftp://second.example"), "no http");
        assertRefused(Map.of("claimtrail.audit.witnesses[1].url", "second.example/w"), "no http");
        assertRefused(
                Map.of(
                        "claimtrail.audit.witnesses[1].vkey",
                        "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k"),
                "cosignatures");
    }

    private void assertRefused(Map<String, String> settings, String why) {
        assertThatThrownBy(() -> new TestLog(folder, settings(0, settings)).witnesses())
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining(why);
    }

    private TestLog log(int quorum) throws SQLException {
        return new TestLog(folder, settings(quorum, Map.of()));
    }

    private Map<String, String> settings(int quorum, Map<String, String> others) {
        Map<String, String> settings = new HashMap<>(Map.of(
                "claimtrail.audit.witnesses[0].url", first.url().toString(),
                "claimtrail.audit.witnesses[0].vkey", first.vkey(),
                "claimtrail.audit.witnesses[1].url", second.url() + "/",
                "claimtrail.audit.witnesses[1].vkey", second.vkey(),
                "claimtrail.audit.quorum", Integer.toString(quorum)));
        settings.putAll(others);
        return settings;
    }

    private static Note shown(TestLog log) throws Exception {
        return Note.parse(log.published().latest().orElseThrow().note());
    }

    private static boolean isCosigned(Note note, FakeWitness witness) {
        return note.isSignedBy(VerifierKey.parse(witness.vkey()));
    }

    /** What is written to the log of the service. */
    private static final class Told extends Handler implements AutoCloseable {

        private final List<String> lines = new java.util.concurrent.CopyOnWriteArrayList<>();
        private final Logger logger = Logger.getLogger(Witnesses.class.getName());

        Told() {
            logger.addHandler(this);
        }

        @Override
        public void publish(LogRecord line) {
            lines.add(new PatternFormatter("%s").format(line));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {
            logger.removeHandler(this);
        }
    }
}
