package org.claimtrail.audit.log;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.claimtrail.merkle.Consistency;
import org.claimtrail.merkle.Hash;
import org.claimtrail.merkle.Inclusion;
import org.claimtrail.merkle.Nodes;
import org.claimtrail.merkle.TilePath;
import org.claimtrail.merkle.TiledNodes;

/**
 * The tree of some size, as its tiles have it. A tile is read once, so an instance is for one answer.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9162#section-2.1">RFC 9162 section 2.1</a>
 */
final class LogTree {

    private final TileReader reader;
    private final Map<String, List<Hash>> seen = new HashMap<>();
    private final Nodes nodes = new TiledNodes(this::tile);
    private final long size;

    LogTree(Connection connection, long size) {
        this.reader = new TileReader(connection);
        this.size = size;
    }

    /** The root, from the tiles and not from what was remembered beside them. */
    Hash root() {
        return root(size);
    }

    /** The root of the tree when it was smaller. */
    Hash root(long at) {
        return at == 0 ? Hash.EMPTY : nodes.range(0, at);
    }

    Inclusion inclusion(long index) {
        return Inclusion.build(index, size, nodes);
    }

    /** From a smaller tree to this one. */
    Consistency consistency(long from) {
        return Consistency.build(from, size, nodes);
    }

    private List<Hash> tile(int level, long n) {
        return seen.computeIfAbsent(level + "/" + n, key -> read(level, n));
    }

    private List<Hash> read(int level, long n) {
        long there = TilePath.hashes(size, level) - n * TilePath.FULL;
        try {
            return reader.hashes(level, n, (int) Math.min(TilePath.FULL, there));
        } catch (SQLException e) {
            throw new LogDatabase.LogUnreadable(e);
        }
    }
}
