package org.claimtrail.merkle;

import java.util.Optional;

/**
 * Where an entry bundle is found below {@code tile/}: {@code entries/<n>[.p/<width>]}.
 *
 * @param n its place among the bundles
 * @param width entries in it, 1 to 256
 * @see <a href="https://c2sp.org/tlog-tiles#log-entries">C2SP tlog-tiles, Log Entries</a>
 */
public record EntriesPath(long n, int width) {

    /** Below {@code tile/}. */
    public static final String FOLDER = "entries/";

    public EntriesPath {
        new TileNumber(n, width).encode();
    }

    /** The bundle at a path; nothing when the path is not canonical. */
    public static Optional<EntriesPath> parse(String path) {
        return path.startsWith(FOLDER)
                ? TileNumber.parse(path.substring(FOLDER.length()))
                        .map(number -> new EntriesPath(number.n(), number.width()))
                : Optional.empty();
    }

    public String encode() {
        return FOLDER + new TileNumber(n, width).encode();
    }
}
