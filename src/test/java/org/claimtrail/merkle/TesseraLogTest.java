package org.claimtrail.merkle;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.claimtrail.support.Vectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A log that Tessera wrote, made again from its leaves, byte for byte. */
class TesseraLogTest {

    private static final VerifierKey KEY =
            VerifierKey.parse("example.com/log/testdata+33d7b496+AeHTu4Q3hEIMHNqc6fASMsq3rKNx280NI+oO5xCFkkSx");
    /** Published with the log, for tests. */
    private static final String SIGNING_KEY = "AeymY/SZAX0jZcJ8enZ5FY1Dz+wTML2yWSkK+9DSF3eg";

    private static final List<Hash> LEAVES = Stream.of(
                    "one two three four five six seven eit nain ten ileven twelf threeten fourten fivten".split(" "))
            .map(text -> Hash.leaf(text.getBytes(US_ASCII)))
            .toList();

    static Stream<Integer> sizes() {
        return Stream.iterate(0, size -> size <= 15, size -> size + 1);
    }

    @ParameterizedTest
    @MethodSource("sizes")
    void opens_its_checkpoint_and_signs_the_same(int size) throws Exception {
        byte[] note = Files.readAllBytes(log().resolve("checkpoint." + size));

        Checkpoint checkpoint = Checkpoint.open(note, KEY);

        assertThat(checkpoint.size()).isEqualTo(size);
        assertThat(checkpoint.root())
                .isEqualTo(TreePropertyTest.grown(LEAVES.subList(0, size)).root());
        byte[] seed = Arrays.copyOfRange(Base64.getDecoder().decode(SIGNING_KEY), 1, 33);
        Ed25519Signer signer = Ed25519Signer.ofSeed("example.com/log/testdata", seed);
        assertThat(signer.verifierKey()).isEqualTo(KEY);
        String text = Checkpoint.of(signer.name(), size, checkpoint.root()).body();
        assertThat(new Note(text, List.of(signer.sign(text))).encode()).isEqualTo(note);
    }

    @Test
    void makes_its_tiles_and_entry_bundles() throws Exception {
        List<byte[]> entries = Stream.of(
                        "one two three four five six seven eit nain ten ileven twelf threeten fourten fivten"
                                .split(" "))
                .map(text -> text.getBytes(US_ASCII))
                .toList();
        for (int width = 1; width <= 15; width++) {
            byte[] tile = Files.readAllBytes(file(new TilePath(0, 0, width).encode()));
            byte[] bundle = Files.readAllBytes(file(new EntriesPath(0, width).encode()));

            assertThat(tile).isEqualTo(joined(LEAVES.subList(0, width)));
            assertThat(bundle).isEqualTo(EntryBundle.encode(entries.subList(0, width)));
            assertThat(EntryBundle.decode(bundle)).hasSize(width);
        }
    }

    @Test
    void checks_a_proof_of_it_and_a_cosignature() throws Exception {
        Path folder = Vectors.folder("tlog-proof");
        String text = Files.readString(folder.resolve("leaf6.tlog-proof"));
        byte[] leaf = Files.readAllBytes(folder.resolve("leaf6"));

        LogProof proof = LogProof.parse(text);

        assertThat(proof.verify(leaf, KEY).size()).isEqualTo(15);
        assertThat(proof.encode()).isEqualTo(text);
        assertThat(proof.path()).isEqualTo(Naive.path(6, LEAVES));
        assertThatThrownBy(() -> proof.verify("seveN".getBytes(US_ASCII), KEY)).isInstanceOf(ProofException.class);
        byte[] cosigned = Files.readAllBytes(folder.resolve("cosigned.checkpoint"));
        assertThat(Checkpoint.open(cosigned, KEY).size()).isEqualTo(15);
        assertThat(Note.parse(cosigned).encode()).isEqualTo(cosigned);
    }

    private static Path log() {
        return Vectors.folder("tessera-log").resolve("log");
    }

    private static Path file(String tile) {
        return log().resolve("tile").resolve(tile);
    }

    private static byte[] joined(List<Hash> hashes) {
        byte[] bytes = new byte[hashes.size() * Hash.SIZE];
        for (int i = 0; i < hashes.size(); i++) {
            System.arraycopy(hashes.get(i).bytes(), 0, bytes, i * Hash.SIZE, Hash.SIZE);
        }
        return bytes;
    }
}
