package org.claimtrail.merkle;

import java.util.List;
import java.util.function.BiFunction;

/**
 * Nodes out of tiles: a tile of level L has the nodes of the tree's level 8L, and those of the seven levels above it follow
 * from them.
 *
 * @see <a href="https://c2sp.org/tlog-tiles#merkle-tree">C2SP tlog-tiles, Merkle Tree</a>
 */
public final class TiledNodes implements Nodes {

    private static final int HEIGHT = TilePath.HEIGHT;

    private final BiFunction<Integer, Long, List<Hash>> tiles;

    /** @param tiles gives the hashes of a tile, by its level and place: as many as the tree has there */
    public TiledNodes(BiFunction<Integer, Long, List<Hash>> tiles) {
        this.tiles = tiles;
    }

    @Override
    public Hash node(int level, long index) {
        int above = level % HEIGHT;
        long first = index << above;
        List<Hash> tile = tiles.apply(level / HEIGHT, first >>> HEIGHT);
        int from = (int) (first & ((1 << HEIGHT) - 1));
        return Hash.over(tile.subList(from, from + (1 << above)));
    }
}
