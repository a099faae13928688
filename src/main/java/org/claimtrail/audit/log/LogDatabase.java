package org.claimtrail.audit.log;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.claimtrail.shared.database.DatabaseKind;
import org.claimtrail.shared.database.Turn;

/** Transactions of the log's own, beside those of requests: what is committed when is the whole point here. */
@ApplicationScoped
public class LogDatabase {

    private final DataSource source;
    private final DatabaseKind kind;
    private final Turn turn;

    LogDatabase(DataSource source, DatabaseKind kind, Turn turn) {
        this.source = source;
        this.kind = kind;
        this.turn = turn;
    }

    /** Runs statements that commit together, or not at all. */
    public <T> T inTransaction(Work<T> work) throws SQLException {
        return inTurn(connection -> committed(work, connection));
    }

    /** A connection first: those who wait for their turn may have all others. */
    private <T> T inTurn(Work<T> work) throws SQLException {
        try (Connection connection = source.getConnection()) {
            turn.take();
            try {
                return work.on(connection);
            } finally {
                turn.give();
            }
        }
    }

    private static <T> T committed(Work<T> work, Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        try {
            T result = work.on(connection);
            connection.commit();
            connection.setAutoCommit(true);
            return result;
        } catch (SQLException | RuntimeException | Error e) { // closed as it is, it would be committed by the pool
            undo(connection, e);
            throw e;
        }
    }

    /** A broken connection cannot be told to: its transaction has ended with it, and the reason is what counts. */
    private static void undo(Connection connection, Throwable reason) {
        try {
            connection.rollback();
            connection.setAutoCommit(true);
        } catch (SQLException e) {
            reason.addSuppressed(e);
        }
    }

    /** Reads, outside of any transaction of the log. */
    public <T> T read(Work<T> work) {
        try (Connection connection = source.getConnection()) {
            return work.on(connection);
        } catch (SQLException e) {
            throw new LogUnreadable(e);
        }
    }

    /** Waits for the disk, which the embedded database does not do when it commits. */
    public void sync() throws SQLException {
        if (kind.isEmbedded()) {
            inTurn(LogDatabase::sync); // it stores as a commit does
        }
    }

    private static boolean sync(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            return statement.execute("CHECKPOINT SYNC");
        }
    }

    boolean isEmbedded() {
        return kind.isEmbedded();
    }

    /** Another node was faster, or held the lock: SQL states 40001, 40P01 and 55P03, and what H2 says for the same. */
    public static boolean isContention(SQLException failure) {
        String state = String.valueOf(failure.getSQLState());
        return state.startsWith("40") || state.startsWith("HYT00") || state.equals("55P03") || state.equals("23505");
    }

    /** What to do with a connection. */
    public interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    /** The database did not answer; answered with 503. */
    static final class LogUnreadable extends RuntimeException {
        LogUnreadable(SQLException cause) {
            super(cause);
        }
    }
}
