package org.claimtrail.history;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.claimtrail.audit.log.LogDatabase;
import org.claimtrail.shared.database.Rows;
import org.claimtrail.shared.id.TypeId;
import org.claimtrail.shared.time.SystemTime;

/**
 * What most requests ask for, a published version of an open record, in one statement. Of anything else it gives nothing,
 * and {@link RecordReader} finds out why.
 */
@ApplicationScoped
class PublicReads {

    private static final String SELECT =
            "select v.n, v.recorded_at, v.known_from, v.known_until, v.event_id, v.published_event, v.tag, c.content"
                    + " from record_version v join audit_content c on c.event_id = v.event_id and c.part = 0"
                    + " where v.record_id = ? and not exists"
                    + " (select 1 from record_closure x where x.record_id = v.record_id)";
    private static final String CURRENT = SELECT + " and v.known_until = ?";
    private static final String NUMBERED = SELECT + " and v.known_from is not null and v.n = ?";

    private static final OffsetDateTime FOREVER = SystemTime.FOREVER.atOffset(ZoneOffset.UTC);

    private final LogDatabase database;

    PublicReads(LogDatabase database) {
        this.database = database;
    }

    /** What stands now. */
    Optional<Version> current(TypeId id) {
        return database.read(connection -> find(connection, CURRENT, id, FOREVER));
    }

    /** A version by its number. */
    Optional<Version> version(TypeId id, int n) {
        return database.read(connection -> find(connection, NUMBERED, id, n));
    }

    private static Optional<Version> find(Connection connection, String sql, TypeId id, Object key)
            throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setString(1, id.toString());
            select.setObject(2, key);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(version(id, row)) : Optional.empty();
            }
        }
    }

    private static Version version(TypeId id, ResultSet row) throws SQLException {
        String published = row.getString(6);
        TypeId written = TypeId.parse(row.getString(5));
        return new Version(
                id,
                row.getInt(1),
                row.getObject(2, OffsetDateTime.class).toInstant(),
                Rows.instant(row, 3),
                Rows.instant(row, 4),
                written,
                published == null ? written : TypeId.parse(published),
                row.getString(7),
                row.getBytes(8));
    }
}
