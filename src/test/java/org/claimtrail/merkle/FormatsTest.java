package org.claimtrail.merkle;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts and paths: each thing has one, and every other is refused. */
class FormatsTest {

    private static final Ed25519Signer SIGNER = Ed25519Signer.ofSeed("example.org/log", new byte[32]);
    private static final VerifierKey KEY = SIGNER.verifierKey();
    private static final Hash ROOT = Hash.leaf(new byte[] {1});

    @ParameterizedTest
    @CsvSource({
        "0,0,256,0/000",
        "0,0,1,0/000.p/1",
        "1,5,255,1/005.p/255",
        "0,1234067,256,0/x001/x234/067",
        "0,1000,8,0/x001/000.p/8",
        "7,999999999999999999,256,7/x999/x999/x999/x999/x999/999",
        "63,0,256,63/000"
    })
    void a_tile_has_one_path(int level, long n, int width, String path) {
        assertThat(new TilePath(level, n, width).encode()).isEqualTo(path);
        assertThat(TilePath.parse(path)).contains(new TilePath(level, n, width));
        String entries = "entries/" + path.substring(path.indexOf('/') + 1);
        assertThat(EntriesPath.parse(entries)).contains(new EntriesPath(n, width));
        assertThat(new EntriesPath(n, width).encode()).isEqualTo(entries);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "0",
                "0/",
                "0/0",
                "0/00",
                "0/0000",
                "0/x000/000",
                "0/x000/001",
                "0/x001/x000",
                "0/001/000",
                "00/000",
                "64/000",
                "-1/000",
                "+0/000",
                "0/000.p",
                "0/000.p/",
                "0/000.p/0",
                "0/000.p/00",
                "0/000.p/01",
                "0/000.p/256",
                "0/000.p/257",
                "0/000.p/-1",
                "0/000/",
                "0/000.p/1/",
                "0/ 000",
                "0/%30%30%30",
                "0/x1/000",
                "0/X001/000",
                "0/x999/x999/x999/x999/x999/x999/999",
                "entries/000",
                "0/٠٠٠",
                "0/000\n"
            })
    void any_other_path_is_none(String path) {
        assertThat(TilePath.parse(path)).isEmpty();
        assertThat(EntriesPath.parse("entries/" + path.replaceFirst("^\\d+/", ""))
                        .filter(parsed -> !path.matches("(00|64|-1|\\+0)/000|entries/000")))
                .isEmpty();
    }

    @Test
    void opens_the_example_of_the_specification() throws Exception {
        VerifierKey key = VerifierKey.parse("example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k");

        assertThat(key.encode()).isEqualTo("example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k");
        assertThat(key.name()).isEqualTo("example.com/foo");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "example.com/foo",
                "example.com/foo+530d903a",
                "example.com/foo+530d903b+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
                "example.com/fo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
                "example.com/foo+530D903A+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
                "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2",
                "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2kAA==",
                "a b+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k"
            })
    void another_text_is_no_key(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> VerifierKey.parse(text));
    }

    @Test
    void a_checkpoint_is_opened_with_its_key_only() throws Exception {
        byte[] note = signed(Checkpoint.of(KEY.name(), 7, ROOT));

        assertThat(Checkpoint.open(note, KEY)).isEqualTo(Checkpoint.of(KEY.name(), 7, ROOT));

        byte[] otherSeed = new byte[32];
        otherSeed[0] = 1;
        VerifierKey stranger = Ed25519Signer.ofSeed(KEY.name(), otherSeed).verifierKey();
        refused(() -> Checkpoint.open(note, stranger));
        VerifierKey namesake =
                Ed25519Signer.ofSeed("example.org/other", new byte[32]).verifierKey();
        refused(() -> Checkpoint.open(note, namesake));
        refused(() -> Checkpoint.open(signed(Checkpoint.of("example.org/other", 7, ROOT)), KEY));
    }

    @Test
    void a_changed_byte_is_noticed_wherever_it_is() {
        byte[] note = signed(Checkpoint.of(KEY.name(), 7, ROOT));

        for (int i = 0; i < note.length; i++) {
            byte[] changed = note.clone();
            changed[i] ^= 1;
            refused(() -> Checkpoint.open(changed, KEY));
        }
    }

    @Test
    void signatures_of_strangers_are_passed_over() throws Exception {
        byte[] otherSeed = new byte[32];
        otherSeed[0] = 1;
        Ed25519Signer stranger = Ed25519Signer.ofSeed("example.net/other", otherSeed);
        Ed25519Signer witness = Ed25519Signer.cosigner("example.net/witness", otherSeed, () -> 1_700_000_000L);
        String text = Checkpoint.of(KEY.name(), 7, ROOT).body();
        Note note = new Note(text, List.of(stranger.sign(text), SIGNER.sign(text), witness.sign(text)));

        assertThat(Checkpoint.open(note.encode(), KEY).size()).isEqualTo(7);
        assertThat(Note.parse(note.encode()).isSignedBy(witness.verifierKey())).isTrue();
        assertThat(new Note(Checkpoint.of(KEY.name(), 8, ROOT).body(), note.signatures())
                        .isSignedBy(witness.verifierKey()))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\n",
                "text\n",
                "text\n\n",
                "text\n\n\u2014 name\n",
                "text\n\n\u2014 name AAAA\n",
                "text\n\n\u2014 name AAAAAAA=",
                "text\n\n- name AAAAAAA=\n",
                "text\n\n\u2014  AAAAAAA=\n",
                "text\n\n\u2014 na+me AAAAAAA=\n",
                "text\n\n\u2014 name AAAAAAA=\nmore\n",
                "te\txt\n\n\u2014 name AAAAAAA=\n",
                "text\r\n\r\n\u2014 name AAAAAAA=\r\n",
                "text\n\n\u2014 name AAAAAAB=\n",
                "text\n\n\u2014 name AAAA AAA=\n"
            })
    void another_text_is_no_note(String text) {
        refused(() -> Note.parse(text.getBytes(UTF_8)));
    }

    @Test
    void bytes_that_are_no_utf8_are_no_note() {
        refused(() -> Note.parse("t\u00e9xt\n\n\u2014 name AAAAAAA=\n".getBytes(StandardCharsets.ISO_8859_1)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "log\n",
                "log\n1\n",
                "log\n1\nAAAA\n",
                "\n1\n%s\n",
                "log\n01\n%s\n",
                "log\n-1\n%s\n",
                "log\n+1\n%s\n",
                "log\n1 \n%s\n",
                "log\n9223372036854775808\n%s\n",
                "log\n1\n%s",
                "log\n1\n%s\n\n",
                "log\n1\n%s\nx\n\n",
                "log\n1\n%s=\n",
                "log\n1e3\n%s\n"
            })
    void another_text_is_no_checkpoint(String text) {
        refused(() -> Checkpoint.parse(text.replace("%s", ROOT.base64())));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "c2sp.org/tlog-proof@v1\n",
                "c2sp.org/tlog-proof@v2\nindex 0\n\nnote\n",
                "c2sp.org/tlog-proof@v1\n\nnote\n",
                "c2sp.org/tlog-proof@v1\nindex 00\n\nnote\n",
                "c2sp.org/tlog-proof@v1\nindex -1\n\nnote\n",
                "c2sp.org/tlog-proof@v1\nindex 0\nAAAA\n\nnote\n",
                "c2sp.org/tlog-proof@v1\nextra !\nindex 0\n\nnote\n",
                "c2sp.org/tlog-proof@v1\nindex 0\nextra AAAA\n\nnote\n",
                "c2sp.org/tlog-proof@v1\r\nindex 0\r\n\r\nnote\n"
            })
    void another_text_is_no_proof(String text) {
        refused(() -> LogProof.parse(text));
    }

    @Test
    void a_bundle_ends_with_an_entry() {
        byte[] bundle = EntryBundle.encode(List.of(new byte[] {1, 2}, new byte[0], new byte[300]));

        assertThat(EntryBundle.decode(bundle)).hasSize(3);
        for (int cut : List.of(1, 2, 3, bundle.length - 1)) {
            byte[] shorter = java.util.Arrays.copyOf(bundle, cut);
            assertThatIllegalArgumentException().isThrownBy(() -> EntryBundle.decode(shorter));
        }
        assertThatIllegalArgumentException().isThrownBy(() -> EntryBundle.encode(List.of(new byte[65_536])));
    }

    @Test
    void a_frontier_is_as_long_as_its_size_says() {
        byte[] three = TreePropertyTest.grown(TreePropertyTest.leaves(3)).encode();

        for (int length : List.of(0, 7, 8, 40, three.length - 1, three.length + 1)) {
            byte[] other = java.util.Arrays.copyOf(three, length);
            assertThatIllegalArgumentException().isThrownBy(() -> Frontier.decode(other));
        }
    }

    private static byte[] signed(Checkpoint checkpoint) {
        String text = checkpoint.body();
        return new Note(text, List.of(SIGNER.sign(text))).encode();
    }

    private static void refused(org.assertj.core.api.ThrowableAssert.ThrowingCallable attempt) {
        assertThatThrownBy(attempt).isInstanceOf(ProofException.class);
    }
}
