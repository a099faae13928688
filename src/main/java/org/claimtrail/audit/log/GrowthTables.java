package org.claimtrail.audit.log;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.claimtrail.merkle.Frontier;
import org.claimtrail.merkle.Hash;

/** The statements that grow the tree. The caller owns the transaction. */
final class GrowthTables {

    /** Names the lock among those that a database has for the asking. */
    private static final String TURN = "select pg_try_advisory_xact_lock(7235419)";

    /** Of all entries at once: half of what the tree costs the database is the statements, not the rows. */
    private static final String INSERT = "insert into audit_entry (log_index, event_id, leaf, hash)"
            + " select * from unnest(cast(? as bigint array), cast(? as varchar array),"
            + " cast(? as bytea array), cast(? as bytea array))";

    private GrowthTables() {}

    /** Whether no other node grows the tree at this moment; only PostgreSQL can be asked. None does until this ends. */
    static boolean isTurn(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(TURN);
                ResultSet row = select.executeQuery()) {
            return row.next() && row.getBoolean(1);
        }
    }

    /** How far the tree has grown; nobody else grows it or signs until this transaction ends. */
    static Frontier lock(Connection connection) throws SQLException {
        return frontier(connection, "select frontier from log_state where id = 1 for update");
    }

    /** How far the tree has grown. */
    static Frontier state(Connection connection) throws SQLException {
        return frontier(connection, "select frontier from log_state where id = 1");
    }

    private static Frontier frontier(Connection connection, String query) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(query);
                ResultSet row = select.executeQuery()) {
            if (!row.next()) {
                throw new SQLException("log_state has no row");
            }
            byte[] bytes = row.getBytes(1);
            return bytes.length == 0 ? Frontier.EMPTY : Frontier.decode(bytes);
        }
    }

    static boolean hasPending(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("select 1 from audit_pending limit 1");
                ResultSet row = select.executeQuery()) {
            return row.next();
        }
    }

    /** In the order of ids, and without a cursor: an id may commit after a greater one did. */
    static Growth pending(Connection connection, int limit) throws SQLException {
        List<String> events = new ArrayList<>();
        List<byte[]> leaves = new ArrayList<>();
        try (PreparedStatement select =
                connection.prepareStatement("select event_id, leaf from audit_pending order by event_id limit ?")) {
            select.setInt(1, limit);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    events.add(rows.getString(1));
                    leaves.add(rows.getBytes(2));
                }
            }
        }
        return new Growth(events, leaves);
    }

    static void insertEntries(Connection connection, long first, Growth growth, List<Hash> hashes) throws SQLException {
        Long[] places = LongStream.range(first, first + growth.count()).boxed().toArray(Long[]::new);
        byte[][] hashed = hashes.stream().map(Hash::bytes).toArray(byte[][]::new);
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            insert.setArray(1, connection.createArrayOf("bigint", places));
            insert.setArray(
                    2, connection.createArrayOf("varchar", growth.events().toArray()));
            insert.setArray(3, connection.createArrayOf("bytea", growth.leaves().toArray(new byte[0][])));
            insert.setArray(4, connection.createArrayOf("bytea", hashed));
            insert.executeUpdate();
        }
    }

    /** Deletes exactly these; fewer means that somebody else took one, and nothing of this may stand. */
    static void deletePending(Connection connection, Growth growth) throws SQLException {
        int deleted;
        try (PreparedStatement delete =
                connection.prepareStatement("delete from audit_pending where event_id = any(?)")) {
            delete.setArray(
                    1, connection.createArrayOf("varchar", growth.events().toArray()));
            deleted = delete.executeUpdate();
        }
        if (deleted != growth.count()) {
            throw new SQLException("took " + growth.count() + " pending entries, deleted " + deleted);
        }
    }

    static void insertTile(Connection connection, int level, long n, List<Hash> hashes, Hash root) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("insert into audit_tile (level, n, data, root) values (?, ?, ?, ?)")) {
            insert.setInt(1, level);
            insert.setLong(2, n);
            insert.setBytes(3, Hashes.join(hashes));
            insert.setBytes(4, root.bytes());
            insert.executeUpdate();
        }
    }

    static void setState(Connection connection, Frontier frontier) throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement("update log_state set size = ?, frontier = ? where id = 1")) {
            update.setLong(1, frontier.size());
            update.setBytes(2, frontier.encode());
            update.executeUpdate();
        }
    }
}
