package org.claimtrail.merkle;

import java.util.ArrayList;
import java.util.List;

/**
 * That an entry is in a tree.
 *
 * @param index the entry's place, from 0
 * @param size entries in the tree
 * @param path the hashes beside the way from the entry to the root
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9162#section-2.1.3">RFC 9162 section 2.1.3</a>
 */
public record Inclusion(long index, long size, List<Hash> path) {

    public Inclusion {
        path = List.copyOf(path);
    }

    /** RFC 9162 section 2.1.3.1: PATH(index, D_size). */
    public static Inclusion build(long index, long size, Nodes nodes) {
        if (index < 0 || index >= size) {
            throw new IllegalArgumentException("a tree of " + size + " has no entry " + index);
        }
        List<Hash> path = new ArrayList<>();
        path(index, 0, size, nodes, path);
        return new Inclusion(index, size, path);
    }

    private static void path(long index, long begin, long end, Nodes nodes, List<Hash> path) {
        if (end - begin == 1) {
            return;
        }
        long middle = begin + Long.highestOneBit(end - begin - 1);
        if (index < middle) {
            path(index, begin, middle, nodes, path);
            path.add(nodes.range(middle, end));
        } else {
            path(index, middle, end, nodes, path);
            path.add(nodes.range(begin, middle));
        }
    }

    /**
     * RFC 9162 section 2.1.3.2, step by step.
     *
     * @throws ProofException when this does not prove that the leaf is in the tree with this root
     */
    public void verify(Hash leaf, Hash root) throws ProofException {
        if (index < 0 || index >= size) {
            throw new ProofException("a tree of " + size + " entries has no entry " + index);
        }
        long fn = index;
        long sn = size - 1;
        Hash r = leaf;
        for (Hash p : path) {
            if (sn == 0) {
                throw new ProofException("the inclusion proof is too long");
            }
            if ((fn & 1) == 1 || fn == sn) {
                r = Hash.node(p, r);
                while ((fn & 1) == 0 && fn != 0) {
                    fn >>>= 1;
                    sn >>>= 1;
                }
            } else {
                r = Hash.node(r, p);
            }
            fn >>>= 1;
            sn >>>= 1;
        }
        if (sn != 0) {
            throw new ProofException("the inclusion proof is too short");
        }
        if (!r.equals(root)) {
            throw new ProofException("the inclusion proof leads to another root");
        }
    }
}
