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
import org.claimtrail.shared.database.DatabaseKind;
import org.claimtrail.shared.start.CannotStart;

/** Keeps a service from starting on half of a ledger. */
@Singleton
class MoveIsComplete {

    private static final int FIRST = 1;

    private final DataSource source;
    private final DatabaseKind kind;

    MoveIsComplete(DataSource source, DatabaseKind kind) {
        this.source = source;
        this.kind = kind;
    }

    void onStart(@Observes @Priority(FIRST) StartupEvent starting) throws SQLException {
        if (kind.isEmbedded()) {
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
