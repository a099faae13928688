package org.claimtrail.audit.log;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.claimtrail.merkle.Frontier;
import org.claimtrail.merkle.Hash;
import org.claimtrail.merkle.TilePath;

/**
 * Gives pending leaves their places in the tree: entries, full tiles and frontier in one transaction, on one node at a
 * time. Writers never wait for it.
 */
@ApplicationScoped
class Sequencer {

    private final LogDatabase database;
    private final LogConfig config;

    Sequencer(LogDatabase database, LogConfig config) {
        this.database = database;
        this.config = config;
    }

    /**
     * Takes one batch.
     *
     * @return how many leaves entered the tree; when it is a full batch, more may wait
     */
    int grow() throws SQLException {
        if (!database.read(GrowthTables::hasPending)) {
            return 0;
        }
        return database.inTransaction(this::takeBatch);
    }

    private int takeBatch(Connection connection) throws SQLException {
        if (!database.isEmbedded() && !GrowthTables.isTurn(connection)) {
            return 0; // another node is at it, and takes what waits
        }
        Frontier before = GrowthTables.lock(connection);
        Growth growth = GrowthTables.pending(connection, config.batch());
        if (growth.isEmpty()) {
            return 0;
        }
        List<Hash> hashes = growth.hashes();
        Frontier after = Growth.over(before, hashes);
        GrowthTables.insertEntries(connection, before.size(), growth, hashes);
        GrowthTables.deletePending(connection, growth);
        completeTiles(connection, before.size(), after.size());
        GrowthTables.setState(connection, after);
        return growth.count();
    }

    private static void completeTiles(Connection connection, long before, long after) throws SQLException {
        TileReader reader = new TileReader(connection);
        for (int level = 0; ; level++) {
            long from = TilePath.hashes(before, level + 1);
            long to = TilePath.hashes(after, level + 1);
            if (from == to) {
                return; // nothing is complete above either
            }
            for (long n = from; n < to; n++) {
                List<Hash> hashes = reader.hashes(level, n, TilePath.FULL);
                GrowthTables.insertTile(connection, level, n, hashes, Hash.over(hashes));
            }
        }
    }
}
