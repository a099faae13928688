package org.claimtrail.shared.database;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
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
    private final Turn turn;
    private final TransactionSynchronizationRegistry transaction;

    Writes(DataSource source, DatabaseKind kind, Turn turn, TransactionSynchronizationRegistry transaction) {
        this.source = source;
        this.kind = kind;
        this.turn = turn;
        this.transaction = transaction;
    }

    /**
     * Writes a row, or changes some, by the end of the transaction at the latest.
     *
     * @param sql one that returns nothing, always the same text for the same kind of row
     * @param values of its parameters; null stands for a text that is not there, a type for another value of it that is not
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
        Query<T> query = new Query<>(sql, row, values);
        ask(query);
        return query.all();
    }

    /**
     * Asks several questions in one journey, in their order: the second sees what was committed while the first, which
     * may lock a row, was waiting.
     */
    public void ask(Query<?>... queries) {
        flush();
        try (Connection connection = source.getConnection()) {
            if (kind.isEmbedded()) {
                for (Query<?> query : queries) {
                    ask(connection, List.of(query));
                }
            } else {
                ask(connection, List.of(queries));
            }
        } catch (SQLException e) {
            throw new DatabaseRefusal(e);
        }
    }

    private static void ask(Connection connection, List<Query<?>> queries) throws SQLException {
        String sql = queries.stream().map(Query::sql).collect(Collectors.joining(";"));
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            int next = 1;
            for (Query<?> query : queries) {
                next = query.bind(select, next);
            }
            select.execute();
            for (Query<?> query : queries) {
                try (ResultSet rows = select.getResultSet()) {
                    query.take(rows);
                }
                select.getMoreResults();
            }
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
        private boolean inTurn;

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
                takeTurn();
                Write.send(connection, sent, !kind.isEmbedded());
            } catch (SQLException e) {
                transaction.setRollbackOnly(); // whoever catches this must not commit half of it
                throw new DatabaseRefusal(e);
            }
        }

        private void takeTurn() throws SQLException {
            if (!inTurn) {
                turn.take();
                inTurn = true;
            }
        }

        @Override
        public void beforeCompletion() {
            send();
        }

        @Override
        public void afterCompletion(int status) {
            if (inTurn) {
                inTurn = false;
                turn.give();
            }
        }
    }
}
