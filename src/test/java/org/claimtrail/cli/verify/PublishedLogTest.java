package org.claimtrail.cli.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import org.claimtrail.merkle.Ed25519Signer;
import org.claimtrail.merkle.Frontier;
import org.claimtrail.merkle.NoteSigner;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code verify --export}: every file of the log counts. */
class PublishedLogTest {

    private static final int SIZE = 600;
    private static final NoteSigner OTHER =
            Ed25519Signer.ofSeed("log.example/v1/audit", "2".repeat(32).getBytes(StandardCharsets.US_ASCII));

    @TempDir
    private Path folder;

    private final List<byte[]> leaves = Logs.leaves(SIZE);
    private String said = "";

    @BeforeEach
    void an_exported_log() throws IOException {
        Logs.write(folder, leaves);
    }

    @Test
    void finds_nothing_in_a_sound_log() {
        assertThat(verify()).isZero();
        assertThat(said).contains("entries: 600", "problems: 0", "SOUND");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tile/entries/000",
                "tile/entries/001",
                "tile/entries/002.p/88",
                "tile/0/000",
                "tile/0/001",
                "tile/0/002.p/88",
                "tile/1/000.p/2",
                "checkpoint"
            })
    void notices_one_bit_in_any_file(String path) throws IOException {
        byte[] bytes = Files.readAllBytes(folder.resolve(path));
        bytes[bytes.length / 2] ^= 1;
        Files.write(folder.resolve(path), bytes);

        assertThat(verify()).isOne();
        assertThat(said).contains("TAMPERED", "NOT SOUND");
    }

    @ParameterizedTest
    @ValueSource(strings = {"tile/entries/001", "tile/0/000", "tile/1/000.p/2"})
    void notices_a_file_that_is_missing(String path) throws IOException {
        Files.delete(folder.resolve(path));

        assertThat(verify()).isOne();
        assertThat(said).contains("it is not there");
    }

    @ParameterizedTest
    @ValueSource(strings = {"tile/entries/001", "tile/0/000"})
    void notices_a_file_that_is_cut(String path) throws IOException {
        byte[] bytes = Files.readAllBytes(folder.resolve(path));
        Files.write(folder.resolve(path), java.util.Arrays.copyOf(bytes, bytes.length - 1));

        assertThat(verify()).isOne();
    }

    @Test
    void notices_a_checkpoint_by_another_key() throws IOException {
        Files.write(folder.resolve("checkpoint"), Logs.note(Logs.tree(leaves), OTHER));

        assertThat(verify()).isOne();
        assertThat(said).contains("is not signed with " + Logs.VKEY);
    }

    @Test
    void takes_either_of_two_keys() throws IOException {
        Files.write(folder.resolve("checkpoint"), Logs.note(Logs.tree(leaves), OTHER));

        assertThat(verify("--vkey", OTHER.verifierKey().encode())).isZero();
    }

    @Test
    void accepts_checkpoints_kept_from_smaller_trees() throws IOException {
        Path kept = keep(leaves.subList(0, 1), leaves.subList(0, 256), leaves.subList(0, 599));

        assertThat(verify("--checkpoints", kept.toString())).isZero();
    }

    @Test
    void notices_a_kept_checkpoint_of_other_entries() throws IOException {
        Collections.swap(leaves, 3, 4);
        Path kept = keep(leaves.subList(0, 100));

        assertThat(verify("--checkpoints", kept.toString())).isOne();
        assertThat(said).contains("entries were changed");
    }

    @Test
    void notices_that_the_end_was_cut_off() throws IOException {
        Path kept = keep(Logs.leaves(SIZE + 1));

        assertThat(verify("--checkpoints", kept.toString())).isOne();
        assertThat(said).contains("its end was cut off");
    }

    @Test
    void reads_an_anchor_file_and_leaves_out_a_line_that_was_not_finished() throws IOException {
        Path anchor = Files.writeString(
                folder.resolve("anchor"), line(100) + line(SIZE) + line(SIZE).substring(0, 70));

        assertThat(verify("--checkpoints", anchor.toString())).isZero();
    }

    @Test
    void notices_an_anchor_that_says_something_else_than_its_note() throws IOException {
        Path anchor = Files.writeString(folder.resolve("anchor"), line(100).replaceFirst("100", "101"));

        assertThat(verify("--checkpoints", anchor.toString())).isOne();
        assertThat(said).contains("expected 101");
    }

    @Test
    void says_that_the_folder_is_not_there() {
        assertThat(run("verify", "--export", folder.resolve("nothing").toString(), "--vkey", Logs.VKEY))
                .isEqualTo(3);
    }

    private String line(int size) {
        Frontier tree = Logs.tree(leaves.subList(0, size));
        return size + " " + tree.root().base64() + " "
                + Base64.getEncoder().encodeToString(Logs.note(tree, Logs.SIGNER)) + "\n";
    }

    @SafeVarargs
    private Path keep(List<byte[]>... trees) {
        Path kept = folder.resolve("kept");
        for (List<byte[]> tree : trees) {
            Logs.put(kept.resolve("note-" + tree.size()), Logs.note(Logs.tree(tree), Logs.SIGNER));
        }
        return kept;
    }

    private int verify(String... further) {
        List<String> arguments =
                new java.util.ArrayList<>(List.of("verify", "--export", folder.toString(), "--vkey", Logs.VKEY));
        arguments.addAll(List.of(further));
        return run(arguments.toArray(String[]::new));
    }

    private int run(String... arguments) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        int code = Commands.run(arguments, out, out);
        said = bytes.toString(StandardCharsets.UTF_8);
        return code;
    }
}
