package org.claimtrail.cli.verify;

import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.claimtrail.merkle.EntriesPath;
import org.claimtrail.merkle.TilePath;

/** The paths of a tree's files: entry bundles and tiles, full ones and those at its right edge (C2SP tlog-tiles). */
final class TilePaths {

    private static final int WIDTH = TreeGrowth.WIDTH;
    private static final int TILE_BITS = 8;

    private final long size;

    TilePaths(long size) {
        this.size = size;
    }

    /** How many bundles there are. */
    long bundles() {
        return count(0);
    }

    /** All bundles from the left. */
    Stream<String> entries() {
        return LongStream.range(0, bundles()).mapToObj(n -> LogSource.TILE + new EntriesPath(n, width(0, n)).encode());
    }

    /** All tiles, level by level. */
    Stream<String> tiles() {
        return LongStream.range(0, Long.SIZE / TILE_BITS)
                .mapToObj(level -> (int) level)
                .flatMap(this::tiles);
    }

    /** The tiles of a level, from the left. */
    Stream<String> tiles(int level) {
        return LongStream.range(0, count(level)).mapToObj(n -> tile(level, n));
    }

    String tile(int level, long n) {
        return LogSource.TILE + new TilePath(level, n, width(level, n)).encode();
    }

    /** How many entries or hashes there are in a place. */
    int width(int level, long n) {
        return (int) Math.min(WIDTH, hashes(level) - n * WIDTH);
    }

    private long count(int level) {
        return (hashes(level) + WIDTH - 1) / WIDTH;
    }

    private long hashes(int level) {
        return size >>> (TILE_BITS * level);
    }
}
