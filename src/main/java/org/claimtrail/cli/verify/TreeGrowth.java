package org.claimtrail.cli.verify;

import java.util.ArrayList;
import java.util.List;
import org.claimtrail.merkle.Frontier;
import org.claimtrail.merkle.Hash;
import org.claimtrail.merkle.TilePath;

/** A tree that is built again from its leaves: its root at every size on the way, and its tiles (C2SP tlog-tiles). */
final class TreeGrowth {

    private final TileSink sink;
    private final List<List<Hash>> edge = new ArrayList<>();
    private final List<Long> complete = new ArrayList<>();
    private Frontier frontier = Frontier.EMPTY;

    TreeGrowth(TileSink sink) {
        this.sink = sink;
    }

    void append(Hash leaf) throws BrokenLogException {
        frontier = frontier.append(leaf);
        push(0, leaf);
    }

    /** Gives the tiles at the right edge that are not full. To be called once, behind the last leaf. */
    void end() throws BrokenLogException {
        for (int level = 0; level < edge.size(); level++) {
            List<Hash> hashes = edge.get(level);
            if (!hashes.isEmpty()) {
                sink.tile(level, complete.get(level), List.copyOf(hashes), Hash.over(hashes));
            }
        }
    }

    long size() {
        return frontier.size();
    }

    Hash root() {
        return frontier.root();
    }

    Frontier frontier() {
        return frontier;
    }

    private void push(int level, Hash hash) throws BrokenLogException {
        if (edge.size() == level) {
            edge.add(new ArrayList<>(TilePath.FULL));
            complete.add(0L);
        }
        List<Hash> hashes = edge.get(level);
        hashes.add(hash);
        if (hashes.size() == TilePath.FULL) {
            Hash root = Hash.over(hashes);
            long n = complete.get(level);
            complete.set(level, n + 1);
            sink.tile(level, n, List.copyOf(hashes), root);
            hashes.clear();
            push(level + 1, root);
        }
    }
}
