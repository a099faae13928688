package org.claimtrail.audit.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import javax.sql.DataSource;
import org.claimtrail.shared.database.DatabaseKind;
import org.claimtrail.shared.database.Turn;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;

class LogDatabaseTest {

    private final DatabaseKind kind = new DatabaseKind("h2");
    private final Turn turn = new Turn(kind);

    @Test
    void a_transaction_has_its_connection_before_its_turn() {
        LogDatabase database = new LogDatabase(givenToWhoeverWritesLast(), kind, turn);
        assertThatCode(() -> database.inTransaction(connection -> true)).doesNotThrowAnyException();
    }

    @Test
    void so_does_waiting_for_the_disk() {
        LogDatabase database = new LogDatabase(givenToWhoeverWritesLast(), kind, turn);
        assertThatCode(database::sync).doesNotThrowAnyException();
    }

    @Test
    void a_failure_of_any_kind_takes_all_of_it_back() {
        List<String> done = new ArrayList<>();
        LogDatabase database = new LogDatabase(noting(done), kind, turn);
        assertThatThrownBy(() -> database.inTransaction(connection -> {
                    throw new OutOfMemoryError("of a test");
                }))
                .isInstanceOf(OutOfMemoryError.class);
        assertThat(done).containsSubsequence("rollback", "close").doesNotContain("commit");
    }

    /** Notes what is done to its connections. */
    private static DataSource noting(List<String> done) {
        return source(() -> {
            Connection real = h2().getConnection();
            return (Connection) Proxy.newProxyInstance(
                    Connection.class.getClassLoader(),
                    new Class<?>[] {Connection.class},
                    (proxy, method, arguments) -> {
                        done.add(method.getName());
                        return method.invoke(real, arguments);
                    });
        });
    }

    /** Gives a connection only once somebody else has had a turn, as when those who wait for theirs have all connections. */
    private DataSource givenToWhoeverWritesLast() {
        return source(() -> {
            writesElsewhere();
            return h2().getConnection();
        });
    }

    private static DataSource source(Callable<Connection> connections) {
        return (DataSource) Proxy.newProxyInstance(
                DataSource.class.getClassLoader(),
                new Class<?>[] {DataSource.class},
                (proxy, method, arguments) -> connections.call());
    }

    private static DataSource h2() {
        JdbcDataSource source = new JdbcDataSource();
        source.setUrl("jdbc:h2:mem:");
        return source;
    }

    private void writesElsewhere() throws SQLException {
        turn.take();
        turn.give();
    }
}
