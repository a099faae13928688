package org.claimtrail.shared.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class TurnTest {

    private static final int PATIENCE_SECONDS = 30;

    @Test
    void the_embedded_database_has_one_writer_at_a_time() throws Exception {
        Turn turn = new Turn(new DatabaseKind("h2"));
        turn.take();

        CompletableFuture<Void> second = CompletableFuture.runAsync(() -> take(turn));

        assertThatThrownBy(() -> second.get(100, TimeUnit.MILLISECONDS)).isInstanceOf(Exception.class);
        turn.give();
        second.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    @Test
    void whoever_is_interrupted_in_waiting_has_not_had_the_turn() throws Exception {
        Turn turn = new Turn(new DatabaseKind("h2"));
        turn.take();
        Thread.currentThread().interrupt();

        assertThatThrownBy(turn::take)
                .isInstanceOfSatisfying(
                        SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("HYT00"));

        assertThat(Thread.interrupted()).isTrue();
        turn.give();
        turn.take(); // free again, and once
    }

    @Test
    void a_server_needs_none() throws Exception {
        Turn turn = new Turn(new DatabaseKind("postgresql"));
        turn.take();
        turn.take();
        turn.give();
    }

    private static void take(Turn turn) {
        try {
            turn.take();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
