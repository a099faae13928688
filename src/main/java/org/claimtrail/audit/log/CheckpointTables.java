package org.claimtrail.audit.log;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.claimtrail.merkle.Hash;

/** The statements about checkpoints: those signed, and those shown. */
final class CheckpointTables {

    private static final String SIGNED = "select size, root, note, signed_at from audit_checkpoint";
    private static final String PUBLISHED = "select c.size, c.root, p.note, p.published_at"
            + " from audit_published p join audit_checkpoint c on c.size = p.size";

    private CheckpointTables() {}

    static Optional<Signed> latestSigned(Connection connection) throws SQLException {
        return first(connection, SIGNED + " order by size desc limit 1");
    }

    /** With the signatures of witnesses. */
    static Optional<Signed> latestPublished(Connection connection) throws SQLException {
        return first(connection, PUBLISHED + " order by p.size desc limit 1");
    }

    /** The root of a checkpoint of this size, if one was signed. */
    static Optional<Hash> rootOf(Connection connection, long size) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("select root from audit_checkpoint where size = ?")) {
            select.setLong(1, size);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(Hash.of(row.getBytes(1))) : Optional.empty();
            }
        }
    }

    static void insertSigned(Connection connection, Signed signed) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into audit_checkpoint (size, root, note, signed_at) values (?, ?, ?, ?)")) {
            insert.setLong(1, signed.size());
            insert.setBytes(2, signed.root().bytes());
            insert.setBytes(3, signed.note());
            insert.setObject(4, utc(signed.at()));
            insert.executeUpdate();
        }
    }

    static void insertPublished(Connection connection, long size, byte[] note, Instant at) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into audit_published (size, note, published_at) values (?, ?, ?)")) {
            insert.setLong(1, size);
            insert.setBytes(2, note);
            insert.setObject(3, utc(at));
            insert.executeUpdate();
        }
    }

    private static Optional<Signed> first(Connection connection, String query) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(query);
                ResultSet row = select.executeQuery()) {
            return row.next()
                    ? Optional.of(new Signed(
                            row.getLong(1),
                            Hash.of(row.getBytes(2)),
                            row.getBytes(3),
                            row.getObject(4, OffsetDateTime.class).toInstant()))
                    : Optional.empty();
        }
    }

    static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
