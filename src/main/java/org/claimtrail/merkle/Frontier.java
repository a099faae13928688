package org.claimtrail.merkle;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * A tree as far as it needs to be known to grow: its size and the roots of its largest complete subtrees, from the left.
 * There is one for each bit set in the size.
 */
public final class Frontier {

    /** The tree without entries. */
    public static final Frontier EMPTY = new Frontier(0, List.of());

    private final long size;
    private final List<Hash> roots;

    private Frontier(long size, List<Hash> roots) {
        this.size = size;
        this.roots = roots;
    }

    /** Entries in the tree. */
    public long size() {
        return size;
    }

    /** The tree with one more entry. */
    public Frontier append(Hash leaf) {
        List<Hash> grown = new ArrayList<>(roots);
        Hash last = leaf;
        // As when adding one to a binary number: each trailing one carries.
        for (long bits = size; (bits & 1) == 1; bits >>>= 1) {
            last = Hash.node(grown.remove(grown.size() - 1), last);
        }
        grown.add(last);
        return new Frontier(size + 1, List.copyOf(grown));
    }

    /** The tree's hash: the subtrees, folded from the right. */
    public Hash root() {
        if (roots.isEmpty()) {
            return Hash.EMPTY;
        }
        Hash root = roots.get(roots.size() - 1);
        for (int i = roots.size() - 2; i >= 0; i--) {
            root = Hash.node(roots.get(i), root);
        }
        return root;
    }

    /** The size in eight bytes, most significant first, and the hashes. */
    public byte[] encode() {
        ByteBuffer bytes = ByteBuffer.allocate(Long.BYTES + roots.size() * Hash.SIZE);
        bytes.putLong(size);
        roots.forEach(root -> bytes.put(root.bytes()));
        return bytes.array();
    }

    /**
     * What {@link #encode} wrote.
     *
     * @throws IllegalArgumentException when these bytes are no frontier
     */
    public static Frontier decode(byte[] encoded) {
        ByteBuffer bytes = ByteBuffer.wrap(encoded);
        if (encoded.length < Long.BYTES) {
            throw new IllegalArgumentException("a frontier has at least eight bytes");
        }
        long size = bytes.getLong();
        if (size < 0 || bytes.remaining() != Long.bitCount(size) * Hash.SIZE) {
            throw new IllegalArgumentException(
                    "a tree of " + size + " entries has no frontier of " + bytes.remaining() + " bytes");
        }
        List<Hash> roots = new ArrayList<>();
        while (bytes.hasRemaining()) {
            byte[] root = new byte[Hash.SIZE];
            bytes.get(root);
            roots.add(Hash.of(root));
        }
        return new Frontier(size, List.copyOf(roots));
    }
}
