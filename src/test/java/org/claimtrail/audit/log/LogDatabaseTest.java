package org.claimtrail.audit.log;

import static org.assertj.core.api.Assertions.assertThatCode;

import java.lang.reflect.Proxy;
import java.sql.SQLException;
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

    /** Gives a connection only once somebody else has had a turn, as when those who wait for theirs have all connections. */
    private DataSource givenToWhoeverWritesLast() {
        JdbcDataSource source = new JdbcDataSource();
        source.setUrl("jdbc:h2:mem:");
        return (DataSource) Proxy.newProxyInstance(
                DataSource.class.getClassLoader(), new Class<?>[] {DataSource.class}, (proxy, method, arguments) -> {
                    writesElsewhere();
                    return source.getConnection();
                });
    }

    private void writesElsewhere() throws SQLException {
        turn.take();
        turn.give();
    }
}
