package org.claimtrail.merkle;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a tile is found below {@code tile/}: {@code <level>/<n>[.p/<width>]}.
 *
 * @param level its hashes are roots of subtrees of 256^level entries
 * @param n its place among the tiles of this level
 * @param width hashes in it, 1 to 256
 * @see <a href="https://c2sp.org/tlog-tiles">C2SP tlog-tiles</a>
 */
public record TilePath(int level, long n, int width) {

    /** tlog-tiles: “L is the level, between 0 and 63”; a tree below 2^63 entries has no more than eight levels. */
    private static final int MAX_LEVEL = 63;

    /** Hashes in a full tile. */
    public static final int FULL = TileNumber.FULL;

    /** A tile spans this many levels of the tree: a full one has 2^HEIGHT hashes. */
    static final int HEIGHT = 8;

    private static final Pattern FORM = Pattern.compile("(0|[1-9][0-9]?)/(.+)");

    public TilePath {
        if (level < 0 || level > MAX_LEVEL) {
            throw new IllegalArgumentException("no tile has the level " + level);
        }
        new TileNumber(n, width).encode();
    }

    /** The tile at a path; nothing when the path is not canonical. */
    public static Optional<TilePath> parse(String path) {
        Matcher parts = FORM.matcher(path);
        if (!parts.matches() || Integer.parseInt(parts.group(1)) > MAX_LEVEL) {
            return Optional.empty();
        }
        int level = Integer.parseInt(parts.group(1));
        return TileNumber.parse(parts.group(2)).map(number -> new TilePath(level, number.n(), number.width()));
    }

    /** How many hashes the tiles of a level have together, in a tree of this size; also its full tiles one level below. */
    public static long hashes(long size, int level) {
        int below = HEIGHT * level;
        return below < Long.SIZE ? size >>> below : 0; // a shift by 64 would be one by nothing
    }

    public String encode() {
        return level + "/" + new TileNumber(n, width).encode();
    }
}
