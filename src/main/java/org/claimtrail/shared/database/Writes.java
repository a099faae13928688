package org.claimtrail.shared.database;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a transaction writes, kept until somebody reads in it, or it commits, and then sent together: to PostgreSQL in one
 * journey instead of one for each row. Hibernate's own statements, too, find what was written before them
 * ({@link WritesFirst}).
 *
 * <p>A transaction that neither locks anything (but {@linkplain LateLocks late}) nor works through Hibernate needs no
 * connection of its own on PostgreSQL until it is over. Questions are asked beside it, each seeing what is committed, as they
 * would in it; and all its rows go in one message, which PostgreSQL takes whole or not at all. Those who do the same at the
 * same time do it {@link Together}. Anything else ties it to a connection, with a beginning and a commit, which then goes with
 * the last rows.
 */
@ApplicationScoped
public class Writes {

    private final Connections connections;
    private final Together together;
    private final DatabaseKind kind;
    private final Turn turn;
    private final TransactionSynchronizationRegistry transaction;

    Writes(
            Connections connections,
            Together together,
            DatabaseKind kind,
            Turn turn,
            TransactionSynchronizationRegistry transaction) {
        this.connections = connections;
        this.together = together;
        this.kind = kind;
        this.turn = turn;
        this.transaction = transaction;
    }

    /**
     * Writes a row, or changes some, by the end of the transaction at the latest. What the database says against it, the
     * commit reports as a {@link DatabaseRefusal}, or whoever reads before that.
     *
     * @param sql one that returns nothing, always the same text for the same kind of row
     * @param values of its parameters; null stands for a text that is not there, a type for another value of it that is not
     */
    public void add(String sql, @Nullable Object... values) {
        current().orElseThrow().add(new Write(sql, values));
    }

    /** Sends what was written so far, since somebody else works on the transaction's connection now. */
    void tie() {
        current().ifPresent(UnitOfWork::tie);
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
        ask(List.of(queries));
    }

    /** The same. */
    public void ask(List<Query<?>> queries) {
        Optional<UnitOfWork> unit = current();
        boolean isLate = unit.isPresent() && unit.get().isLate();
        List<Query<?>> asked = isLate ? unit.get().postponeLock(queries) : queries;
        if (asked.isEmpty()) {
            return;
        }
        if (unit.isPresent()
                && (kind.isEmbedded()
                        || unit.get().hasWritten()
                        || asked.stream().anyMatch(Query::locks))) {
            unit.get().tie();
        }
        boolean isFree = unit.isEmpty() || !unit.get().isTied();
        try {
            if (isFree && !kind.isEmbedded() && goesWithOthers(asked, isLate)) {
                together.ask(asked);
            } else if (isFree) {
                connections.beside(connection -> ask(connection, asked));
            } else {
                connections.with(connection -> ask(connection, asked));
            }
        } catch (SQLException e) {
            throw new DatabaseRefusal(e);
        }
    }

    private static boolean goesWithOthers(List<Query<?>> queries, boolean isLate) {
        return isLate
                ? queries.stream().allMatch(Query::goesWithOthers)
                : queries.size() == 1 && queries.get(0).isCommon();
    }

    /** The caller's transaction, which has just begun, takes a lock with its rows, and others are not to know of it before. */
    void lockLate(LateLocks.Attempt attempt) {
        current().orElseThrow().lockLate(attempt);
    }

    private void ask(Connection connection, List<Query<?>> queries) throws SQLException {
        if (kind.isEmbedded()) {
            for (Query<?> query : queries) {
                askAtOnce(connection, List.of(query));
            }
        } else {
            askAtOnce(connection, queries);
        }
    }

    static void askAtOnce(Connection connection, List<Query<?>> queries) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(Query.text(queries))) {
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

    /** What belongs to the caller's transaction, if there is one. */
    private Optional<UnitOfWork> current() {
        if (transaction.getTransactionStatus() == Status.STATUS_NO_TRANSACTION) {
            return Optional.empty();
        }
        if (transaction.getResource(Writes.class) instanceof UnitOfWork unit) {
            return Optional.of(unit);
        }
        UnitOfWork unit = new UnitOfWork(connections, together, kind, turn, transaction);
        transaction.putResource(Writes.class, unit);
        return Optional.of(unit);
    }
}
