package org.claimtrail.audit.witness;

import org.claimtrail.merkle.AddCheckpoint;
import org.claimtrail.merkle.Checkpoint;
import org.claimtrail.merkle.Consistency;
import org.claimtrail.merkle.Hash;
import org.claimtrail.merkle.ProofException;

/**
 * The last checkpoint that was cosigned of a log.
 *
 * @param size entries in the tree
 * @param root its hash
 */
record LastSeen(long size, Hash root) {

    /** Of a log that was never cosigned. */
    static final LastSeen NOTHING = new LastSeen(0, Hash.EMPTY);

    /** Whether both cannot be of one log. */
    boolean contradicts(LastSeen other) {
        return size == other.size && !root.equals(other.root);
    }

    /** The later of two. */
    LastSeen or(LastSeen other) {
        return other.size > size ? other : this;
    }

    /**
     * Holds a checkpoint against this one, of the same size as the request's old one.
     *
     * @throws ProofException when it does not go on from this
     */
    void requireGoingOn(AddCheckpoint request, Checkpoint checkpoint) throws ProofException {
        if (checkpoint.size() == 0 && !checkpoint.root().equals(Hash.EMPTY)) {
            throw new ProofException("a tree without entries has another root");
        }
        if (size > 0) {
            new Consistency(size, checkpoint.size(), request.proof()).verify(root, checkpoint.root());
        } else if (!request.proof().isEmpty()) {
            throw new ProofException("from the empty tree on nothing is to be proven, so the proof has to be empty");
        }
    }
}
