package org.claimtrail.cli.verify;

import java.util.List;
import org.claimtrail.merkle.Hash;

/** Takes the tiles of a tree as they become complete. */
interface TileSink {

    /**
     * A tile, of 256 hashes or at the tree's right edge of fewer.
     *
     * @param level its hashes are roots of subtrees of 256^level entries
     * @param n its place among the tiles of this level
     * @param root the root over the hashes
     */
    void tile(int level, long n, List<Hash> hashes, Hash root) throws BrokenLogException;
}
