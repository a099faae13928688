package org.claimtrail.merkle;

import java.util.ArrayList;
import java.util.List;

/**
 * That a tree begins with the entries of an earlier one.
 *
 * @param from entries in the earlier tree, at least 1
 * @param to entries in the later tree
 * @param path the hashes that lead to both roots
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9162#section-2.1.4">RFC 9162 section 2.1.4</a>
 */
public record Consistency(long from, long to, List<Hash> path) {

    public Consistency {
        path = List.copyOf(path);
    }

    /** RFC 9162 section 2.1.4.1: PROOF(from, D_to), empty for two trees of one size. */
    public static Consistency build(long from, long to, Nodes nodes) {
        if (from < 1 || from > to) {
            throw new IllegalArgumentException("nothing leads from a tree of " + from + " to one of " + to);
        }
        List<Hash> path = new ArrayList<>();
        if (from < to) {
            subProof(from, 0, to, true, nodes, path);
        }
        return new Consistency(from, to, path);
    }

    private static void subProof(long from, long begin, long end, boolean known, Nodes nodes, List<Hash> path) {
        if (from == end) {
            if (!known) {
                path.add(nodes.range(begin, end));
            }
            return;
        }
        long middle = begin + Long.highestOneBit(end - begin - 1);
        if (from <= middle) {
            subProof(from, begin, middle, known, nodes, path);
            path.add(nodes.range(middle, end));
        } else {
            subProof(from, middle, end, false, nodes, path);
            path.add(nodes.range(begin, middle));
        }
    }

    /**
     * RFC 9162 section 2.1.4.2, step by step.
     *
     * @throws ProofException when this does not prove that the second root goes on from the first
     */
    public void verify(Hash first, Hash second) throws ProofException {
        if (from < 1 || from > to) {
            throw new ProofException("nothing leads from a tree of " + from + " entries to one of " + to);
        }
        if (from == to) {
            verifySame(first, second);
            return;
        }
        if (path.isEmpty()) {
            throw new ProofException("the consistency proof is empty");
        }
        List<Hash> steps = new ArrayList<>(path);
        if (Long.bitCount(from) == 1) {
            steps.add(0, first);
        }
        walk(steps, first, second);
    }

    private void verifySame(Hash first, Hash second) throws ProofException {
        if (!path.isEmpty()) {
            throw new ProofException("between trees of one size a consistency proof is empty");
        }
        if (!first.equals(second)) {
            throw new ProofException("two trees of " + from + " entries have different roots");
        }
    }

    private void walk(List<Hash> steps, Hash first, Hash second) throws ProofException {
        int shared = Long.numberOfTrailingZeros(~(from - 1));
        long fn = (from - 1) >>> shared;
        long sn = (to - 1) >>> shared;
        Hash fr = steps.get(0);
        Hash sr = steps.get(0);
        for (Hash c : steps.subList(1, steps.size())) {
            if (sn == 0) {
                throw new ProofException("the consistency proof is too long");
            }
            if ((fn & 1) == 1 || fn == sn) {
                fr = Hash.node(c, fr);
                sr = Hash.node(c, sr);
                while ((fn & 1) == 0 && fn != 0) {
                    fn >>>= 1;
                    sn >>>= 1;
                }
            } else {
                sr = Hash.node(sr, c);
            }
            fn >>>= 1;
            sn >>>= 1;
        }
        requireEnd(sn, fr.equals(first), sr.equals(second));
    }

    private static void requireEnd(long sn, boolean firstFits, boolean secondFits) throws ProofException {
        if (sn != 0) {
            throw new ProofException("the consistency proof is too short");
        }
        if (!firstFits) {
            throw new ProofException("the consistency proof leads to another earlier root");
        }
        if (!secondFits) {
            throw new ProofException("the consistency proof leads to another later root");
        }
    }
}
