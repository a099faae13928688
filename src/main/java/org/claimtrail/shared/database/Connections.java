package org.claimtrail.shared.database;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.InvalidTransactionException;
import jakarta.transaction.SystemException;
import jakarta.transaction.Transaction;
import jakarta.transaction.TransactionManager;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Connections to the database, in the caller's transaction or beside it. */
@ApplicationScoped
class Connections {

    private final DataSource source;
    private final TransactionManager transactions;

    Connections(DataSource source, TransactionManager transactions) {
        this.source = source;
        this.transactions = transactions;
    }

    /** What is done on a connection. */
    @FunctionalInterface
    interface Work {

        void on(Connection connection) throws SQLException;
    }

    /** Works on the connection of the caller's transaction, or on any outside of one. */
    void with(Work work) throws SQLException {
        try (Connection connection = source.getConnection()) {
            work.on(connection);
        }
    }

    /** Works on a connection that takes no part in the caller's transaction, if there is one. */
    void beside(Work work) throws SQLException {
        try {
            Transaction suspended = transactions.suspend();
            try {
                with(work);
            } finally {
                if (suspended != null) {
                    transactions.resume(suspended);
                }
            }
        } catch (SystemException | InvalidTransactionException e) {
            throw new SQLException(e);
        }
    }
}
