package org.claimtrail.cli;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;
import org.claimtrail.shared.database.DatabaseKind;
import org.claimtrail.shared.reader.Reader;
import org.claimtrail.shared.start.CannotStart;
import org.jboss.logging.Logger;

/**
 * Refuses a PostgreSQL server that answers a commit before the disk has it: what is answered with success has to be there
 * after a power cut. Not a standby, which answers no commit. Says when the service runs as a role that could change the log.
 */
@Singleton
class DatabaseIsDurable {

    private static final Logger LOG = Logger.getLogger(DatabaseIsDurable.class);
    private static final int FIRST = 1;
    private static final String OFF = "off";

    /** Where the driver has put a value into the text there is no place for one; the words must not be in the text themselves. */
    private static final String HAS_PLACES =
            "select position('$' || '1' in current_query()) > 0 where cast(? as varchar) is not null";

    private static final List<String> SETTINGS = List.of("fsync", "synchronous_commit", "full_page_writes");

    static final String NO_COPIES =
            "claimtrail.reader.enabled is for a hot standby of PostgreSQL; the embedded database has"
                    + " no copies. Use the distribution for PostgreSQL.";

    private static final String COULD_CHANGE = "select current_user from (values ('audit_event'), ('audit_entry'),"
            + " ('audit_tile'), ('audit_checkpoint'), ('audit_published')) log (name)"
            + " where has_table_privilege(name, 'update, delete, truncate') limit 1";

    private final DataSource source;
    private final DatabaseKind kind;
    private final Reader reader;

    DatabaseIsDurable(DataSource source, DatabaseKind kind, Reader reader) {
        this.source = source;
        this.kind = kind;
        this.reader = reader;
    }

    void onStart(@Observes @Priority(FIRST) StartupEvent starting) throws SQLException {
        if (kind.isEmbedded()) {
            requireCopy();
            return;
        }
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            requireWholeBatches(connection);
            if (!reader.isOn()) { // what a standby loses, its primary has
                for (String setting : SETTINGS) {
                    requireOn(statement, setting);
                }
            }
            warnOfPower(statement);
        }
    }

    private void requireCopy() {
        if (reader.isOn()) {
            throw new CannotStart(NO_COPIES);
        }
    }

    /** In the simple protocol each statement of a batch would be committed by itself. */
    private static void requireWholeBatches(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(HAS_PLACES)) {
            statement.setString(1, "a value");
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                if (!row.getBoolean(1)) {
                    throw new CannotStart("the driver of PostgreSQL has preferQueryMode=simple, in which rows that"
                            + " belong together could be stored in part. Leave it out.");
                }
            }
        }
    }

    private static void requireOn(Statement statement, String setting) throws SQLException {
        try (ResultSet row = statement.executeQuery("show " + setting)) {
            row.next();
            if (row.getString(1).equals(OFF)) {
                throw new CannotStart("the PostgreSQL server has " + setting
                        + " = off, so a power cut could take what was answered with success. Set " + setting
                        + " = on for the server, the database and the role.");
            }
        }
    }

    private static void warnOfPower(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery(COULD_CHANGE)) {
            if (row.next()) {
                LOG.warnf(
                        "The service runs as %s, who may change the log. docs/postgresql.md has a role that may not.",
                        row.getString(1));
            }
        }
    }
}
