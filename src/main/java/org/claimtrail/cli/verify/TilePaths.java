package org.claimtrail.cli.verify;

import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.claimtrail.merkle.EntriesPath;
import org.claimtrail.merkle.TilePath;

/** The paths of a tree's files: entry bundles and tiles, full ones and those at its right edge (C2SP tlog-tiles). */
final class TilePaths {

    /** A tree of less than 2^63 entries has no more. */
    private static final int LEVELS = 8;

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
        return LongStream.range(0, LEVELS).mapToObj(level -> (int) level).flatMap(this::tiles);
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
        return (int) Math.min(TilePath.FULL, hashes(level) - n * TilePath.FULL);
    }

    private long count(int level) {
        return (hashes(level) + TilePath.FULL - 1) / TilePath.FULL;
    }

    private long hashes(int level) {
        return TilePath.hashes(size, level);
    }
}
