package org.claimtrail.audit.log;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.claimtrail.merkle.Hash;
import org.claimtrail.merkle.TilePath;

/**
 * Tiles and entries, read in one transaction or none. A full tile has a row of its own; a partial one is the roots of the
 * full tiles below it, or at the bottom the hashes of the entries.
 */
final class TileReader {

    private final Connection connection;

    TileReader(Connection connection) {
        this.connection = connection;
    }

    /** The first hashes of a tile, no more than there are. */
    List<Hash> hashes(int level, long n, int width) throws SQLException {
        Optional<byte[]> full = full(level, n);
        if (full.isPresent()) {
            return Hashes.split(full.get(), width);
        }
        return level == 0
                ? column(
                        "select hash from audit_entry where log_index >= ? and log_index < ? order by log_index",
                        n,
                        width)
                : column(
                        "select root from audit_tile where level = " + (level - 1) + " and n >= ? and n < ? order by n",
                        n,
                        width);
    }

    /** The leaves of an entry bundle. */
    List<byte[]> leaves(long n, int width) throws SQLException {
        return bytes(
                "select leaf from audit_entry where log_index >= ? and log_index < ? order by log_index", n, width);
    }

    private Optional<byte[]> full(int level, long n) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("select data from audit_tile where level = ? and n = ?")) {
            select.setInt(1, level);
            select.setLong(2, n);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(row.getBytes(1)) : Optional.empty();
            }
        }
    }

    private List<Hash> column(String query, long n, int width) throws SQLException {
        return bytes(query, n, width).stream().map(Hash::of).toList();
    }

    private List<byte[]> bytes(String query, long n, int width) throws SQLException {
        List<byte[]> found = new ArrayList<>(width);
        try (PreparedStatement select = connection.prepareStatement(query)) {
            select.setLong(1, n * TilePath.FULL);
            select.setLong(2, n * TilePath.FULL + width);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    found.add(rows.getBytes(1));
                }
            }
        }
        return found;
    }
}
