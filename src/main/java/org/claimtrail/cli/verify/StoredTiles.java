package org.claimtrail.cli.verify;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.claimtrail.merkle.Hash;
import org.claimtrail.merkle.TilePath;

/** The full tiles as the database has them, read some way at a time. */
final class StoredTiles {

    private static final int MAX_LEVEL = 7;

    private final Sql sql;
    private final Findings findings;
    private final Map<String, Stored> loaded = new HashMap<>();
    private long compared;

    StoredTiles(Sql sql, Findings findings) {
        this.sql = sql;
        this.findings = findings;
    }

    private record Stored(byte[] data, byte[] root) {}

    /** Reads the tiles that become complete within these entries. */
    void load(long from, int count) throws SQLException, BrokenLogException {
        for (int level = 0; level < MAX_LEVEL; level++) {
            int at = level;
            sql.each(
                    "select n, data, root from audit_tile where level = ? and n >= ? and n < ?",
                    row -> loaded.put(at + "/" + row.getLong(1), new Stored(row.getBytes(2), row.getBytes(3))),
                    level,
                    TilePath.hashes(from, level + 1),
                    TilePath.hashes(from + count, level + 1));
        }
    }

    void compare(int level, long n, List<Hash> hashes, Hash root) {
        String place = "audit_tile " + level + "/" + n;
        Stored stored = loaded.remove(level + "/" + n);
        if (stored == null) {
            findings.problem(place, "the tile is missing");
            return;
        }
        compared++;
        TileBytes.compare(place, hashes, stored.data(), findings);
        if (!Arrays.equals(root.bytes(), stored.root())) {
            findings.problem(place + " root", "it is not the root over the tile's entries");
        }
    }

    /** Behind the last entry: there are no other tiles. */
    void end(long size) throws SQLException {
        long there = sql.number("select count(*) from audit_tile");
        if (there > compared && size == sql.number("select count(*) from audit_entry")) {
            findings.problem("audit_tile", there - compared + " tiles are of no entries");
        }
    }
}
