package org.claimtrail.cli.verify;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * Audits the state while somebody else audits the log, on a connection of its own. Each looks at a snapshot of its own; what they
 * look at is complete in each, since an event and the rows that follow from it are one transaction.
 */
final class StateThread {

    private final Findings found = new Findings();
    private final FutureTask<Findings> task;

    private StateThread(Connection connection) {
        task = new FutureTask<>(() -> {
            new StateAudit(connection, found).audit();
            return found;
        });
    }

    static StateThread start(Connection connection) {
        StateThread state = new StateThread(connection);
        Thread thread = new Thread(state.task, "state-audit");
        thread.setDaemon(true); // where the log cannot be read, nobody waits for the state
        thread.start();
        return state;
    }

    /** Waits for the end of it; what it threw is thrown here. */
    Findings found() throws SQLException {
        try {
            return task.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof SQLException failure) {
                throw failure;
            }
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
