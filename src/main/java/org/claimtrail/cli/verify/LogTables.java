package org.claimtrail.cli.verify;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import org.claimtrail.merkle.Frontier;
import org.claimtrail.merkle.Hash;
import org.claimtrail.merkle.ProofException;
import org.claimtrail.merkle.TilePath;

/** Audits the tables of the log: the tree again from its leaves, and what else is written down about it. */
final class LogTables implements TileSink {

    private static final int BATCH = 8192;

    private final Sql sql;
    private final Findings findings;
    private final KnownCheckpoints known;
    private final StoredCheckpoints checkpoints;
    private final Chains chains;
    private final TreeGrowth tree = new TreeGrowth(this);
    private final StoredTiles tiles;

    LogTables(Connection connection, Trust trust, KnownCheckpoints known, Findings findings) {
        this.sql = new Sql(connection);
        this.findings = findings;
        this.known = known;
        this.checkpoints = new StoredCheckpoints(sql, trust, findings);
        this.chains = new Chains(findings);
        this.tiles = new StoredTiles(sql, findings);
    }

    void audit() throws SQLException {
        try {
            entries();
            tree.end();
            state();
            pending();
        } catch (BrokenLogException e) {
            findings.problem(e.place(), e.getMessage() + "; what stands behind it is not checked");
        }
        chains.end();
        tiles.end(tree.size());
        checkpoints.end(tree.size(), known);
        known.end(tree.size());
        findings.count("entries", tree.size());
    }

    long size() {
        return tree.size();
    }

    Hash root() {
        return tree.root();
    }

    private void entries() throws SQLException, BrokenLogException {
        long last = sql.number("select max(log_index) from audit_entry");
        if (sql.number("select count(*) from audit_entry") == 0) {
            return;
        }
        for (long from = 0; from <= last; from += BATCH) {
            tiles.load(from, BATCH);
            checkpoints.load(from, BATCH);
            sql.each(
                    "select log_index, event_id, leaf, hash from audit_entry where log_index >= ? and log_index < ?"
                            + " order by log_index",
                    this::entry,
                    from,
                    from + BATCH);
        }
    }

    private void entry(ResultSet row) throws SQLException, BrokenLogException {
        long index = row.getLong(1);
        if (index != tree.size()) {
            throw new BrokenLogException("audit_entry " + tree.size(), "the entry is missing");
        }
        String place = "audit_entry " + index;
        byte[] leaf = row.getBytes(3);
        Hash hash = Hash.leaf(leaf);
        if (!Arrays.equals(hash.bytes(), row.getBytes(4))) {
            findings.problem(place, "the leaf does not have the hash that stands beside it");
        }
        chain(place, row.getString(2), leaf);
        tree.append(hash);
        checkpoints.compare(tree.size(), tree.root());
        known.compare(tree.size(), tree.root());
    }

    private void chain(String place, String event, byte[] leaf) {
        try {
            LeafEvent parsed = LeafEvent.parse(leaf);
            findings.same(place + " event_id", parsed.id().toString(), event);
            chains.add(parsed);
        } catch (ProofException e) {
            findings.problem(place, String.valueOf(e.getMessage()));
        }
    }

    /** What is committed and not yet in the tree goes on from what is. */
    private void pending() throws SQLException, BrokenLogException {
        sql.each(
                "select event_id, leaf from audit_pending order by event_id",
                row -> chain("audit_pending " + row.getString(1), row.getString(1), row.getBytes(2)));
        long pending = sql.number("select count(*) from audit_pending");
        if (pending > 0) {
            findings.count("not yet in the tree", pending);
        }
    }

    private void state() throws SQLException, BrokenLogException {
        sql.each("select size, frontier from log_state where id = 1", row -> {
            findings.same("log_state size", tree.size(), row.getLong(1));
            byte[] bytes = row.getBytes(2);
            byte[] expected = tree.frontier().encode();
            boolean isEmpty = tree.size() == 0 && (bytes.length == 0 || Arrays.equals(bytes, Frontier.EMPTY.encode()));
            if (!isEmpty && !Arrays.equals(expected, bytes)) {
                findings.problem("log_state frontier", "it is not that of the entries");
            }
        });
    }

    @Override
    public void tile(int level, long n, List<Hash> hashes, Hash root) throws BrokenLogException {
        if (hashes.size() == TilePath.FULL) {
            tiles.compare(level, n, hashes, root);
        }
    }
}
