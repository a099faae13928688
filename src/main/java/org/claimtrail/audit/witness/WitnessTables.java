package org.claimtrail.audit.witness;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.claimtrail.merkle.Checkpoint;
import org.claimtrail.merkle.Hash;

/** The statements about what was cosigned last. The caller owns the transaction. */
final class WitnessTables {

    private WitnessTables() {}

    static boolean hasRows(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("select 1 from witness_log limit 1");
                ResultSet row = select.executeQuery()) {
            return row.next();
        }
    }

    /** Nobody else cosigns for this log until the transaction ends; unless it has no row, then the insert decides. */
    static Optional<LastSeen> lock(Connection connection, String origin) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("select size, root from witness_log where origin = ? for update")) {
            select.setString(1, origin);
            try (ResultSet row = select.executeQuery()) {
                return row.next()
                        ? Optional.of(new LastSeen(row.getLong(1), Hash.of(row.getBytes(2))))
                        : Optional.empty();
            }
        }
    }

    static void insert(Connection connection, Checkpoint first) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("insert into witness_log (size, root, origin) values (?, ?, ?)")) {
            write(insert, first);
        }
    }

    static void update(Connection connection, Checkpoint next) throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement("update witness_log set size = ?, root = ? where origin = ?")) {
            write(update, next);
        }
    }

    private static void write(PreparedStatement statement, Checkpoint checkpoint) throws SQLException {
        statement.setLong(1, checkpoint.size());
        statement.setBytes(2, checkpoint.root().bytes());
        statement.setString(3, checkpoint.origin());
        if (statement.executeUpdate() != 1) {
            throw new SQLException("what was cosigned of " + checkpoint.origin() + " is not there any more");
        }
    }
}
