package org.claimtrail.history;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
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

    private static final String OPEN =
            VersionReads.ROW + " and not exists (select 1 from record_closure x where x.record_id = v.record_id)";
    private static final String CURRENT = OPEN + " and v.known_until = ?";
    private static final String NUMBERED = OPEN + " and v.known_from is not null and v.n = ?";

    private final LogDatabase database;

    PublicReads(LogDatabase database) {
        this.database = database;
    }

    /** What stands now. */
    Optional<Version> current(TypeId id) {
        return database.read(connection -> find(connection, CURRENT, id, SystemTime.FOREVER));
    }

    /** A version by its number. */
    Optional<Version> version(TypeId id, int n) {
        return database.read(connection -> find(connection, NUMBERED, id, n));
    }

    private static Optional<Version> find(Connection connection, String sql, TypeId id, Object key)
            throws SQLException {
        return Rows.list(connection, sql, VersionReads::version, id.toString(), key).stream()
                .findFirst();
    }
}
