package org.claimtrail.cli.move;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.claimtrail.shared.start.CannotStart;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Keeps a service from starting on half of a ledger. */
@Singleton
class MoveIsComplete {

    private static final int FIRST = 1;

    private final DataSource source;
    private final boolean embedded;

    MoveIsComplete(
            DataSource source, @ConfigProperty(name = "quarkus.datasource.db-kind", defaultValue = "") String kind) {
        this.source = source;
        this.embedded = kind.equals("h2");
    }

    void onStart(@Observes @Priority(FIRST) StartupEvent starting) throws SQLException {
        if (embedded) {
            return;
        }
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select to_regclass('" + Mark.TABLE + "') is not null")) {
            if (row.next() && row.getBoolean(1)) {
                throw new CannotStart(
                        "a move into this database is not complete. Run the command `move` again, with the"
                                + " same options: it goes on where it was broken off.");
            }
        }
    }
}
