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
     * Seconds. Nothing is missing while the primary is connected and all that came from it is replayed, however long ago that
     * was; otherwise the last transaction tells. Null when there was none. What the primary has not sent yet does not show:
     * how far that is stands where a role needs more rights to look.
     */
    private static final String LAG = "select case when not pg_is_in_recovery() then 0"
            + " when pg_last_wal_replay_lsn() >= pg_last_wal_receive_lsn()"
            + " and exists (select from pg_stat_wal_receiver) then 0"
            + " else extract(epoch from clock_timestamp() - pg_last_xact_replay_timestamp()) end";

    private final Reader reader;
    private final Duration most;

    /** A look may come between receiving and replaying after an idle hour, so one alone says nothing. */
    private static final Duration MOMENT = Duration.ofSeconds(1);

    /** Whether each look since then found it behind; until the first one nobody knows better. */
    private boolean behind = true;

    private long since = System.nanoTime() - MOMENT.toNanos();

    Replication(Reader reader, ReaderConfig config) {
        this.reader = reader;
        this.most = config.maxLag();
    }

    /** Why its reads are too old to be shown to anybody, for a moment or longer; asked again and again. */
    public synchronized Optional<String> complaint(Connection connection) throws SQLException {
        boolean was = behind;
        behind = reader.isOn() && isBehind(connection);
        if (!was) {
            since = System.nanoTime();
        }
        return behind && System.nanoTime() - since >= MOMENT.toNanos()
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
