package org.claimtrail.audit.log;

import java.util.List;
import org.claimtrail.merkle.Frontier;
import org.claimtrail.merkle.Hash;

/**
 * Leaves that are to enter the tree next, in their order.
 *
 * @param events the event ids, parallel to the leaves
 * @param leaves the bytes of each, stored verbatim
 */
record Growth(List<String> events, List<byte[]> leaves) {

    List<Hash> hashes() {
        return leaves.stream().map(Hash::leaf).toList();
    }

    boolean isEmpty() {
        return events.isEmpty();
    }

    int count() {
        return events.size();
    }

    /** The frontier of a tree behind these. */
    static Frontier over(Frontier before, List<Hash> hashes) {
        Frontier frontier = before;
        for (Hash hash : hashes) {
            frontier = frontier.append(hash);
        }
        return frontier;
    }
}
