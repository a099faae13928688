package org.claimtrail.shared.database;

import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What one transaction has still to write, and whether it has a connection of its own. */
final class UnitOfWork implements Synchronization {

    /** Serialization failure, as the standard has it. */
    private static final String CONFLICT = "40001";

    private final Connections connections;
    private final Together together;
    private final DatabaseKind kind;
    private final Turn turn;
    private final TransactionSynchronizationRegistry transaction;
    private final long since = System.nanoTime();
    private List<Write> waiting = new ArrayList<>();
    private boolean registered;
    private boolean tied;
    private boolean isOver;
    private boolean inTurn;

    /** For a {@linkplain LateLocks late lock}: while the transaction has no connection. */
    private LateLocks.@Nullable Attempt attempt;

    private @Nullable Write lateLock;

    /** That of the caller, which has just begun. */
    UnitOfWork(
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

    /** From now on the lock that is asked for goes with the rows. */
    void lockLate(LateLocks.Attempt first) {
        attempt = first;
    }

    boolean isLate() {
        return attempt != null;
    }

    /** The questions without the one that locks, which goes with the rows. */
    List<Query<?>> postponeLock(List<Query<?>> queries) {
        List<Query<?>> rest = new ArrayList<>();
        for (Query<?> query : queries) {
            if (query.locks()) {
                requireNoLateLock();
                lateLock = query.lock();
            } else {
                rest.add(query);
            }
        }
        return rest;
    }

    /** What has asked for a lock and not got it cannot go on in a way that needs it. */
    private void requireNoLateLock() {
        if (lateLock != null) {
            throw refused(overtaken(new SQLException("a lock is needed now", CONFLICT)));
        }
    }

    private SQLException overtaken(SQLException failure) {
        if (attempt != null && Write.isConflict(failure)) {
            attempt.overtaken();
        }
        return failure;
    }

    void add(Write write) {
        requireGoingOn();
        if (!registered) {
            registered = true;
            transaction.registerInterposedSynchronization(this);
        }
        waiting.add(write);
    }

    /** What came after the rows were there for good would not be one with them. */
    private void requireGoingOn() {
        if (isOver) {
            throw new IllegalStateException("the transaction has written what it writes");
        }
    }

    boolean isTied() {
        return tied;
    }

    boolean hasWritten() {
        return !waiting.isEmpty();
    }

    void tie() {
        requireGoingOn();
        requireNoLateLock();
        attempt = null;
        if (!tied && !kind.isEmbedded()) {
            requireYoung(); // from now on the server looks at it
        }
        tied = true;
        send();
    }

    private void requireYoung() {
        try {
            Write.requireYoung(since);
        } catch (SQLException e) {
            throw refused(e);
        }
    }

    /** Whoever catches it must not commit half of it, nor answer that it was done. */
    private DatabaseRefusal refused(SQLException failure) {
        transaction.setRollbackOnly();
        return new DatabaseRefusal(failure);
    }

    private void send() {
        if (waiting.isEmpty()) {
            return;
        }
        List<Write> sent = takeWaiting();
        try {
            connections.with(connection -> {
                takeTurn();
                if (Write.isOneMessage(sent)) {
                    Write.send(connection, sent, !kind.isEmbedded());
                } else {
                    ManyRows.send(connection, sent, !kind.isEmbedded());
                }
            });
        } catch (SQLException e) {
            throw refused(e);
        }
    }

    private List<Write> takeWaiting() {
        List<Write> taken = waiting;
        waiting = new ArrayList<>();
        return taken;
    }

    private void takeTurn() throws SQLException {
        if (!inTurn) {
            turn.take();
            inTurn = true;
        }
    }

    /**
     * Hibernate has written what it does: it registers with the transaction itself, and whoever does is asked before this
     * ({@code registerInterposedSynchronization} in the specification of Jakarta Transactions).
     */
    @Override
    public void beforeCompletion() {
        if (kind.isEmbedded() || !Write.isOneMessage(waiting)) {
            tie();
        } else if (hasWritten() && !transaction.getRollbackOnly()) {
            sendWhole();
        }
    }

    /** All that is left at once, for good: in a transaction of its own, or with the end of the one it is tied to. */
    private void sendWhole() {
        isOver = true;
        List<Write> sent = takeWaiting();
        try {
            if (tied) {
                connections.with(connection -> Write.sendLast(connection, sent));
            } else if (lateLock == null) {
                together.send(sent, since);
            } else if (!together.sendHeld(lateLock, sent, since)) {
                throw new SQLException("what was to be locked is not there", CONFLICT);
            }
        } catch (SQLException e) {
            throw refused(overtaken(e));
        }
    }

    @Override
    public void afterCompletion(int status) {
        if (inTurn) {
            inTurn = false;
            turn.give();
        }
    }
}
