package org.claimtrail.support;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongFunction;
import org.claimtrail.merkle.AddCheckpoint;
import org.claimtrail.merkle.Checkpoint;
import org.claimtrail.merkle.Consistency;
import org.claimtrail.merkle.Ed25519Signer;
import org.claimtrail.merkle.Hash;
import org.claimtrail.merkle.Nodes;
import org.claimtrail.merkle.Note;
import org.claimtrail.merkle.NoteSignature;
import org.claimtrail.merkle.NoteSigner;

/** A log of any size that exists nowhere but in its hashes, to be shown to witnesses; and its forks. */
public final class FakeLog {

    private final String origin;
    private final LongFunction<Hash> leaves;
    private final Nodes tree;

    private FakeLog(String origin, LongFunction<Hash> leaves) {
        this.origin = origin;
        this.leaves = leaves;
        this.tree = new Nodes() {
            @Override
            public Hash node(int level, long index) {
                return level == 0
                        ? leaves.apply(index)
                        : Hash.node(node(level - 1, 2 * index), node(level - 1, 2 * index + 1));
            }
        };
    }

    public static FakeLog of(String origin) {
        return new FakeLog(origin, index -> leaf("entry " + index));
    }

    /** With the same key, but other entries from an index on. */
    public static FakeLog forkOf(FakeLog log, long from, int number) {
        return new FakeLog(
                log.origin,
                index -> index < from ? log.leaves.apply(index) : leaf("fork " + number + " entry " + index));
    }

    public static FakeLog forkOf(FakeLog log, long from) {
        return forkOf(log, from, 0);
    }

    /** Signs by this name, but is nobody's. */
    public static NoteSigner stranger(String name) {
        return Ed25519Signer.ofSeed(name, seed(0));
    }

    public NoteSigner signer() {
        return Ed25519Signer.ofSeed(origin, seed(1));
    }

    /** What it rotates to. */
    public NoteSigner secondSigner() {
        return Ed25519Signer.ofSeed(origin, seed(2));
    }

    public String vkey() {
        return signer().verifierKey().encode();
    }

    public String secondVkey() {
        return secondSigner().verifierKey().encode();
    }

    /** The text of its checkpoint. */
    public String text(long size) {
        return text(size, size == 0 ? Hash.EMPTY : tree.range(0, size));
    }

    public String text(long size, Hash root) {
        return Checkpoint.of(origin, size, root).body();
    }

    public List<Hash> proof(long from, long to) {
        return from == 0 || from > to
                ? List.of()
                : Consistency.build(from, to, tree).path();
    }

    /** A request to cosign, with the proof that is due. */
    public byte[] request(long old, long size, NoteSigner... signers) {
        List<NoteSigner> by = signers.length == 0 ? List.of(signer()) : Arrays.asList(signers);
        String text = text(size);
        return request(
                old,
                proof(old, size),
                text,
                by.stream().map(one -> one.sign(text)).toList());
    }

    /** Without a proof. */
    public byte[] request(long old, String text) {
        return request(old, List.of(), text);
    }

    public byte[] request(long old, List<Hash> proof, String text) {
        return request(old, proof, text, List.of(signer().sign(text)));
    }

    public byte[] request(long old, String text, List<NoteSignature> signatures) {
        return request(old, List.of(), text, signatures);
    }

    private static byte[] request(long old, List<Hash> proof, String text, List<NoteSignature> signatures) {
        return new AddCheckpoint(old, proof, new Note(text, signatures)).encode();
    }

    private static Hash leaf(String entry) {
        return Hash.leaf(entry.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] seed(int number) {
        byte[] seed = new byte[32];
        Arrays.fill(seed, (byte) (number + 1));
        return seed;
    }
}
