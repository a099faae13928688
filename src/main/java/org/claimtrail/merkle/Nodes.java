package org.claimtrail.merkle;

/** Where proofs are built from: the complete subtrees of a tree. */
public interface Nodes {

    /**
     * The root of a complete subtree.
     *
     * @param level the subtree has 2^level entries
     * @param index its place among the subtrees of this level, from the left
     */
    Hash node(int level, long index);

    /** The hash of the entries from {@code begin} up to {@code end}, where {@code begin} is a place a subtree may begin. */
    default Hash range(long begin, long end) {
        long count = end - begin;
        if (count <= 0) {
            throw new IllegalArgumentException("no entries from " + begin + " to " + end);
        }
        if (Long.bitCount(count) == 1 && (begin & (count - 1)) == 0) {
            int level = Long.numberOfTrailingZeros(count);
            return node(level, begin >>> level);
        }
        long left = Long.highestOneBit(count - 1); // the largest power of two below the count
        return Hash.node(range(begin, begin + left), range(begin + left, end));
    }
}
