package org.claimtrail.shared.reader;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;

/** How far the standby of a reading node is behind. */
@Singleton
public class Replication {

    /**
     * Seconds. Nothing is missing while the primary is connected and all that it sent is replayed, however long ago that was;
     * otherwise the last transaction tells. Null when there was none.
     */
    private static final String LAG = "select case when not pg_is_in_recovery() then 0"
            + " when pg_last_wal_replay_lsn() >= pg_last_wal_receive_lsn()"
            + " and exists (select from pg_stat_wal_receiver) then 0"
            + " else extract(epoch from clock_timestamp() - pg_last_xact_replay_timestamp()) end";

    private final Reader reader;
    private final Duration most;

    /** A look may come between receiving and replaying after an idle hour, so one alone says nothing. */
    private boolean doubtful = true;

    Replication(Reader reader, ReaderConfig config) {
        this.reader = reader;
        this.most = config.maxLag();
    }

    /** Why its reads are too old to be shown to anybody, found at two looks in a row; asked again and again. */
    public synchronized Optional<String> complaint(Connection connection) throws SQLException {
        boolean doubted = doubtful;
        doubtful = reader.isOn() && isBehind(connection);
        return doubted && doubtful
                ? Optional.of("the standby is more than " + most.toSeconds() + " s behind, or was cut off")
                : Optional.empty();
    }

    private boolean isBehind(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(LAG);
                ResultSet row = select.executeQuery()) {
            row.next();
            double seconds = row.getDouble(1);
            return row.wasNull() || seconds > most.toMillis() / 1000.0;
        }
    }
}
