package org.claimtrail.shared.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.reflect.Proxy;
import java.sql.BatchUpdateException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class WriteTest {

    private static final Write LOCK = new Write("select n from r for update", new Object[0]);
    private static final List<Write> ROWS = List.of(new Write("insert into t (a) values (1)", new Object[0]));

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "08006", "08003", "57P01", "57P02", "53100", "58030", "XX000"})
    void nobody_knows_what_came_of_rows_when_the_connection_ended_before_the_answer(@Nullable String state) {
        assertThatThrownBy(() -> Write.sendLast(failing(state), ROWS))
                .asInstanceOf(InstanceOfAssertFactories.type(SQLException.class))
                .extracting(SQLException::getSQLState)
                .isEqualTo("08007");
    }

    @ParameterizedTest
    @ValueSource(strings = {"23505", "55P03", "40P01", "25P03", "57014", "22001"})
    void what_the_database_refused_was_not_done(String state) {
        assertThatThrownBy(() -> Write.sendWhole(failing(state), ROWS))
                .asInstanceOf(InstanceOfAssertFactories.type(SQLException.class))
                .extracting(SQLException::getSQLState)
                .isEqualTo(state);
    }

    @Test
    void what_was_asked_too_long_ago_is_not_written_any_more() {
        assertThatThrownBy(() -> Write.requireYoung(
                        System.nanoTime() - Duration.ofSeconds(11).toNanos()))
                .asInstanceOf(InstanceOfAssertFactories.type(SQLException.class))
                .extracting(SQLException::getSQLState)
                .isEqualTo("25P03");
    }

    @ParameterizedTest
    @ValueSource(strings = {"57P01", "23505"})
    void the_values_of_a_batch_are_in_no_message(String state) {
        SQLException cause = new SQLException("the server says no", state);
        BatchUpdateException failure = new BatchUpdateException(
                "Batch entry 1 insert into t (a) values ('secret') was aborted", state, new int[0], cause);
        failure.setNextException(cause);

        assertThatThrownBy(() -> Write.sendWhole(failing(failure), "insert into t (a) values (1)", List.of(ROWS, ROWS)))
                .satisfies(thrown -> {
                    StringWriter trace = new StringWriter();
                    thrown.printStackTrace(new PrintWriter(trace));
                    assertThat(trace.toString()).contains("the server says no").doesNotContain("secret");
                });
    }

    @Test
    void what_goes_with_a_lock_is_one_statement_in_which_all_wait_for_it() {
        Write held = Write.held(
                new Write("select n from r where id = ? for update", new Object[] {"x"}),
                List.of(
                        new Write("update s set state = ? where id = ? and n = ?", new Object[] {"old", "x", 1}),
                        new Write("insert into s (id, n) values (?, cast(? as integer))", new Object[] {"x", 2})));

        assertThat(held.sql())
                .isEqualTo("with held as materialized (select n from r where id = ? for update nowait),"
                        + " w0 as (update s set state = ? from held where id = ? and n = ?)"
                        + " insert into s (id, n) select ?, cast(? as integer) from held");
        assertThat(held.values()).containsExactly("x", "old", "x", 1, "x", 2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"delete from s where id = ?", "insert into s (id) select id from r", "update s set a = 1"})
    void what_could_be_done_without_the_lock_goes_with_none(String sql) {
        assertThatThrownBy(() -> Write.held(LOCK, List.of(new Write(sql, new Object[0]), ROWS.get(0))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("behind a lock");
    }

    @Test
    void what_goes_with_a_lock_ends_with_a_row_that_tells_whether_it_was_done() {
        Write change = new Write("update s set a = 1 where b = 2", new Object[0]);

        assertThatThrownBy(() -> Write.held(LOCK, List.of(ROWS.get(0), change)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("tells whether");
    }

    @Test
    void only_what_is_text_or_cast_from_it_is_asked_with_those_of_others() {
        assertThatThrownBy(() -> Query.common("select 1 from t where a = ?", row -> 1, 5L))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_question_that_locks_says_so() {
        assertThatThrownBy(() -> new Query<>("select 1 from t for update", row -> 1))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Connection failing(@Nullable String state) {
        return failing(new SQLException("it failed", state));
    }

    private static Connection failing(SQLException failure) {
        return (Connection) Proxy.newProxyInstance(
                WriteTest.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    throw failure;
                });
    }
}
