package org.claimtrail.shared.database;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * What a transaction writes, kept until somebody reads in it, or it commits, and then sent together: to PostgreSQL in one
 * journey instead of one for each row. Hibernate's own statements, too, find what was written before them
 * ({@link WritesFirst}).
 */
@ApplicationScoped
public class Writes {

    private final DataSource source;
    private final DatabaseKind kind;
    private final TransactionSynchronizationRegistry transaction;

    Writes(DataSource source, DatabaseKind kind, TransactionSynchronizationRegistry transaction) {
        this.source = source;
        this.kind = kind;
        this.transaction = transaction;
    }

    /**
     * Writes a row, or changes some, by the end of the transaction at the latest.
     *
     * @param sql one that returns nothing, always the same text for the same kind of row
     * @param values of its parameters; null stands for a text that is not there
     */
    public void add(String sql, @Nullable Object... values) {
        waiting().add(new Write(sql, values));
    }

    /** Sends what was written so far. */
    public void flush() {
        if (transaction.getTransactionStatus() != Status.STATUS_NO_TRANSACTION
                && transaction.getResource(Writes.class) instanceof Waiting waiting) {
            waiting.send();
        }
    }

    /**
     * The rows that a query finds, in the caller's transaction if there is one.
     *
     * @param sql always the same text for the same question
     */
    public <T> List<T> read(String sql, Row<T> row, Object... values) {
        flush();
        try (Connection connection = source.getConnection();
                var select = connection.prepareStatement(sql)) {
            Write.bind(select, 1, values);
            List<T> found = new ArrayList<>();
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    found.add(row.of(rows));
                }
            }
            return found;
        } catch (SQLException e) {
            throw new DatabaseRefusal(e);
        }
    }

    private Waiting waiting() {
        if (transaction.getResource(Writes.class) instanceof Waiting waiting) {
            return waiting;
        }
        Waiting waiting = new Waiting();
        transaction.putResource(Writes.class, waiting);
        transaction.registerInterposedSynchronization(waiting);
        return waiting;
    }

    /** Of one transaction. */
    private final class Waiting implements Synchronization {

        private List<Write> writes = new ArrayList<>();

        void add(Write write) {
            writes.add(write);
        }

        void send() {
            if (writes.isEmpty()) {
                return;
            }
            List<Write> sent = writes;
            writes = new ArrayList<>();
            try (Connection connection = source.getConnection()) {
                Write.send(connection, sent, !kind.isEmbedded());
            } catch (SQLException e) {
                transaction.setRollbackOnly(); // whoever catches this must not commit half of it
                throw new DatabaseRefusal(e);
            }
        }

        @Override
        public void beforeCompletion() {
            send();
        }

        @Override
        public void afterCompletion(int status) {}
    }
}
