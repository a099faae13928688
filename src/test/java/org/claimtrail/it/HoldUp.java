package org.claimtrail.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.claimtrail.support.PostgresServer;

/** An empty database into which a move gets as far as the fourth thousand of idempotency keys, and then waits. */
record HoldUp(Connection connection, String database) implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final int BEFORE = 3_000;

    private static final String TRIGGER = """
            create function hold_up() returns trigger language plpgsql as $$
            begin
              if new.scope = 'scope 3200' then perform pg_sleep(600); end if;
              return new;
            end $$;
            create trigger hold_up before insert on idempotency for each row execute function hold_up()""";

    static HoldUp in(PostgresServer server, String database) throws SQLException {
        server.migrate(database);
        server.execute(database, TRIGGER);
        return new HoldUp(server.administrator(database), database);
    }

    /** Waits until the move waits. */
    void await(Process move) throws SQLException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (rows() < BEFORE) {
            assertThat(move.isAlive()).as("the move goes on").isTrue();
            assertThat(System.nanoTime()).as("three batches are copied").isLessThan(deadline);
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
    }

    /** Lets the next move pass. What the killed one had begun ends. */
    @Override
    public void close() throws SQLException {
        execute("select pg_terminate_backend(pid, 10000) from pg_stat_activity where datname = '" + database
                + "' and pid <> pg_backend_pid()");
        assertThat(rows()).isEqualTo(BEFORE);
        execute("drop trigger hold_up on idempotency");
        execute("drop function hold_up");
        connection.close();
    }

    private int rows() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select count(*) from idempotency")) {
            row.next();
            return row.getInt(1);
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
