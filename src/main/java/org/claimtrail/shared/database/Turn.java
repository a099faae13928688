package org.claimtrail.shared.database;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Transactions of the embedded database that write come one after the other, from their first row to their commit. H2
 * takes what it stores at a commit from one table after the other while others go on: of a transaction that is just
 * writing it may store a part, and a process killed at that moment leaves that part behind. PostgreSQL needs no turns.
 *
 * <p>Whoever has the turn may wait for nobody who waits for it: an act locks its records before it writes, opens no other
 * transaction that writes after that, and has its connection first. Those who wait for their turn may have all others.
 */
@ApplicationScoped
public class Turn {

    private static final long PATIENCE_SECONDS = 10;

    /** The SQLSTATE of a lock that was not to be had: nothing was done, and the same may well pass later. */
    private static final String NOT_NOW = "HYT00";

    private final Semaphore turn = new Semaphore(1, true);
    private final DatabaseKind kind;

    public Turn(DatabaseKind kind) {
        this.kind = kind;
    }

    /** Waits for the turn. */
    public void take() throws SQLException {
        if (kind.isEmbedded() && !isGranted()) {
            throw new SQLException("another transaction writes for too long", NOT_NOW);
        }
    }

    /** Gives it to the next, from whichever thread ends the transaction. */
    public void give() {
        if (kind.isEmbedded()) {
            turn.release();
        }
    }

    private boolean isGranted() {
        try {
            return turn.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
