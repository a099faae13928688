package org.claimtrail.merkle;

import java.util.ArrayList;
import java.util.List;

/** RFC 6962 section 2.1 written down as it stands there, slow and plain. */
final class Naive {

    private Naive() {}

    static Hash root(List<Hash> leaves) {
        int n = leaves.size();
        if (n == 0) {
            return Hash.EMPTY;
        }
        return n == 1 ? leaves.get(0) : Hash.node(root(leaves.subList(0, split(n))), root(leaves.subList(split(n), n)));
    }

    /** Section 2.1.1: PATH(m, D[n]). */
    static List<Hash> path(int m, List<Hash> leaves) {
        int n = leaves.size();
        if (n == 1) {
            return List.of();
        }
        int k = split(n);
        return m < k
                ? and(path(m, leaves.subList(0, k)), root(leaves.subList(k, n)))
                : and(path(m - k, leaves.subList(k, n)), root(leaves.subList(0, k)));
    }

    /** Section 2.1.2: PROOF(m, D[n]). */
    static List<Hash> proof(int m, List<Hash> leaves) {
        return subProof(m, leaves, true);
    }

    private static List<Hash> subProof(int m, List<Hash> leaves, boolean known) {
        int n = leaves.size();
        if (m == n) {
            return known ? List.of() : List.of(root(leaves));
        }
        int k = split(n);
        return m <= k
                ? and(subProof(m, leaves.subList(0, k), known), root(leaves.subList(k, n)))
                : and(subProof(m - k, leaves.subList(k, n), false), root(leaves.subList(0, k)));
    }

    private static int split(int n) {
        int k = 1;
        while (k * 2 < n) {
            k *= 2;
        }
        return k;
    }

    private static List<Hash> and(List<Hash> path, Hash last) {
        List<Hash> all = new ArrayList<>(path);
        all.add(last);
        return all;
    }

    /** Complete subtrees of a tree that is held as its leaves. */
    static Nodes nodes(List<Hash> leaves) {
        return new TiledNodes((level, n) -> tile(leaves, level, n.intValue()));
    }

    private static List<Hash> tile(List<Hash> leaves, int level, int n) {
        List<Hash> row = leaves;
        for (int i = 0; i < level; i++) {
            List<Hash> above = new ArrayList<>();
            for (int j = 0; j + 256 <= row.size(); j += 256) {
                above.add(root(row.subList(j, j + 256)));
            }
            row = above;
        }
        return row.subList(n * 256, Math.min(row.size(), n * 256 + 256));
    }
}
