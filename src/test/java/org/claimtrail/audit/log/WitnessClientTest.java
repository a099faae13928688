package org.claimtrail.audit.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.claimtrail.merkle.Checkpoint;
import org.claimtrail.merkle.Consistency;
import org.claimtrail.merkle.Ed25519Signer;
import org.claimtrail.merkle.Hash;
import org.claimtrail.merkle.Nodes;
import org.claimtrail.merkle.Note;
import org.claimtrail.merkle.NoteSigner;
import org.claimtrail.merkle.VerifierKey;
import org.claimtrail.support.FakeWitness;
import org.claimtrail.support.FakeWitness.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** One witness, asked over HTTP. */
class WitnessClientTest {

    private static final String LOG = "log.example";
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Nodes TREE = new Nodes() {
        @Override
        public Hash node(int level, long index) {
            return level == 0
                    ? Hash.leaf(new byte[] {(byte) index})
                    : Hash.node(node(level - 1, 2 * index), node(level - 1, 2 * index + 1));
        }
    };

    private final FakeWitness witness = FakeWitness.start("witness.example");
    private final WitnessClient client = client(PATIENCE);

    @AfterEach
    void stop() {
        witness.close();
    }

    @Test
    void is_cosigned_at_once_by_a_witness_that_saw_nothing_yet() {
        WitnessAnswer answer = client.ask(tree(3));

        assertCosigned(answer, tree(3));
        assertThat(witness.olds()).containsExactly(0L);
    }

    @Test
    void asks_again_with_the_size_that_the_witness_says() {
        witness.saw(2, TREE.range(0, 2));

        WitnessAnswer answer = client.ask(tree(7));

        assertCosigned(answer, tree(7));
        assertThat(witness.olds()).containsExactly(0L, 2L);
    }

    @Test
    void goes_on_from_what_was_cosigned_last() {
        client.ask(tree(3));

        WitnessAnswer answer = client.ask(tree(8));

        assertCosigned(answer, tree(8));
        assertThat(witness.olds()).containsExactly(0L, 3L);
    }

    @Test
    void does_not_ask_again_for_what_was_cosigned() {
        WitnessAnswer first = client.ask(tree(3));

        assertThat(client.ask(tree(3))).isEqualTo(first);
        assertThat(witness.olds()).hasSize(1);
    }

    @Test
    void asks_anew_when_the_witness_has_lost_what_it_saw() {
        client.ask(tree(3));
        witness.saw(0, Hash.EMPTY);

        assertCosigned(client.ask(tree(5)), tree(5));
        assertThat(witness.olds()).containsExactly(0L, 3L, 0L);
    }

    @Test
    void tells_when_the_witness_saw_more() {
        witness.saw(9, TREE.range(0, 8));

        assertThat(client.ask(tree(7))).isEqualTo(new WitnessAnswer.Ahead(9));
        assertThat(client.isCompared()).isFalse();
    }

    @Test
    void tells_when_the_witness_saw_another_tree_of_this_size() {
        witness.saw(7, Hash.leaf(new byte[0]));

        assertThat(client.ask(tree(7))).isEqualTo(new WitnessAnswer.OtherTree());
        assertThat(client.isCompared()).isFalse();
    }

    @Test
    void tells_when_the_witness_saw_another_smaller_tree() {
        witness.saw(4, Hash.leaf(new byte[0]));

        assertThat(client.ask(tree(7))).isEqualTo(new WitnessAnswer.OtherTree());
    }

    @Test
    void asks_no_third_time() {
        witness.behave((request, checkpoint) -> new Answer(409, "text/x.tlog.size", (request.old() + 1) + "\n"));

        assertThat(client.ask(tree(7))).isInstanceOf(WitnessAnswer.Failed.class);
        assertThat(witness.olds()).containsExactly(0L, 1L);
    }

    @TestFactory
    Stream<DynamicTest> takes_nothing_else_for_a_size() {
        return Stream.of(
                        new Answer(409, "text/plain", "3\n"),
                        new Answer(409, "application/problem+json", "{}"),
                        new Answer(409, "text/x.tlog.size", "3"),
                        new Answer(409, "text/x.tlog.size", "03\n"),
                        new Answer(409, "text/x.tlog.size", "-3\n"),
                        new Answer(409, "text/x.tlog.size", "3\n\n"),
                        new Answer(409, "text/x.tlog.size", "99999999999999999999\n"),
                        new Answer(409, "text/x.tlog.size", ""))
                .map(this::fails);
    }

    @TestFactory
    Stream<DynamicTest> takes_no_other_status_for_a_cosignature() {
        return Stream.of(201, 204, 302, 400, 403, 404, 429, 500, 503)
                .map(status -> fails(new Answer(
                        status,
                        "text/plain",
                        status == 204
                                ? ""
                                : witness.signer().sign(tree(7).text()).line())));
    }

    @TestFactory
    Stream<DynamicTest> takes_no_other_signature_for_one_of_the_witness() {
        String text = tree(7).text();
        NoteSigner stranger = FakeWitness.signer("stranger.example");
        NoteSigner sameName = Ed25519Signer.cosigner("witness.example", new byte[32], () -> FakeWitness.TIME);
        NoteSigner timeless = Ed25519Signer.cosigner("witness.example", seed(), () -> 0);
        String good = witness.signer().sign(text).line();
        String ofAnother = witness.signer().sign(tree(6).text()).line();
        return Stream.of(
                        "",
                        "\n",
                        "no line\n",
                        good.strip(),
                        stranger.sign(text).line(),
                        sameName.sign(text).line(),
                        timeless.sign(text).line(),
                        ofAnother,
                        good + ofAnother,
                        good + "no line\n",
                        "\n" + good,
                        "extension\n\n" + good)
                .map(body -> fails(new Answer(200, "text/plain", body)));
    }

    @Test
    void ignores_signatures_of_others_beside_the_one_of_the_witness() {
        String text = tree(7).text();
        String lines = FakeWitness.signer("stranger.example").sign(text).line()
                + witness.signer().sign(text).line();
        witness.behave((request, checkpoint) -> new Answer(200, "text/plain", lines));

        assertCosigned(client.ask(tree(7)), tree(7));
    }

    @Test
    void takes_one_cosignature_of_many_by_the_same_key() {
        String line = witness.signer().sign(tree(7).text()).line();
        witness.behave((request, checkpoint) -> new Answer(200, "text/plain", line.repeat(50)));

        assertCosigned(client.ask(tree(7)), tree(7));
    }

    @Test
    void reads_no_endless_answer() {
        String line = witness.signer().sign(tree(7).text()).line();
        witness.behave((request, checkpoint) -> new Answer(200, "text/plain", line.repeat(1000)));

        assertThat(client.ask(tree(7)).words()).contains("longer than");
    }

    @Test
    void waits_no_longer_than_it_may() {
        CountDownLatch over = new CountDownLatch(1);
        witness.behave((request, checkpoint) -> {
            await(over);
            return witness.honest(request, checkpoint);
        });
        try {
            long begin = System.nanoTime();

            WitnessAnswer answer = client(Duration.ofMillis(200)).ask(tree(7));

            assertThat(answer).isInstanceOf(WitnessAnswer.Failed.class);
            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(20));
        } finally {
            over.countDown();
        }
    }

    @Test
    void tells_when_nobody_is_there() {
        witness.close();

        assertThat(client.ask(tree(7))).isInstanceOf(WitnessAnswer.Failed.class);
    }

    private DynamicTest fails(Answer answer) {
        String name = answer.toString().replace("\n", "\\n");
        return DynamicTest.dynamicTest(name.substring(0, Math.min(100, name.length())), () -> {
            witness.behave((request, checkpoint) -> answer);

            assertThat(client(PATIENCE).ask(tree(7))).isInstanceOf(WitnessAnswer.Failed.class);
        });
    }

    private void assertCosigned(WitnessAnswer answer, Submission submission) {
        assertThat(answer).isInstanceOf(WitnessAnswer.Cosigned.class);
        assertThat(witness.signer()
                        .verifierKey()
                        .verifies(submission.text(), ((WitnessAnswer.Cosigned) answer).signature()))
                .isTrue();
        assertThat(client.isCompared()).isTrue();
    }

    private WitnessClient client(Duration patience) {
        return new WitnessClient(witness.url(), VerifierKey.parse(witness.vkey()), patience);
    }

    private static byte[] seed() {
        byte[] seed = new byte[32];
        System.arraycopy("witness.example".getBytes(java.nio.charset.StandardCharsets.UTF_8), 0, seed, 0, 15);
        return seed;
    }

    /** Longer than anybody waits who is patient, unless it is over before. */
    private static void await(CountDownLatch over) {
        try {
            over.await(60, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Submission tree(long size) {
        Checkpoint checkpoint = Checkpoint.of(LOG, size, TREE.range(0, size));
        NoteSigner log = Ed25519Signer.ofSeed(LOG, new byte[32]);
        Note note = new Note(checkpoint.body(), List.of(log.sign(checkpoint.body())));
        return new Submission(
                note, size, old -> Consistency.build(old, size, TREE).path());
    }
}
