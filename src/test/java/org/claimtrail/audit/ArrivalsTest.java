package org.claimtrail.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.PreparedStatement;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.claimtrail.audit.Arrivals.Arrival;
import org.claimtrail.audit.log.LogDatabase;
import org.claimtrail.audit.log.TestLog;
import org.claimtrail.shared.id.Kind;
import org.claimtrail.shared.id.TypeId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ArrivalsTest {

    private static final Duration LONG = Duration.ofSeconds(30);

    private final LogDatabase database = TestLog.database();
    private final Arrivals arrivals = new Arrivals(database, Clock.systemUTC());
    private final String event = TypeId.next(Kind.EVENT).toString();

    @AfterEach
    void stop() {
        arrivals.stop();
    }

    @Test
    void is_over_at_once_for_what_is_there() throws Exception {
        comes(event);

        assertThat(awaited(event, Duration.ZERO).get(10, TimeUnit.SECONDS)).isEqualTo(Arrival.HERE);
    }

    @Test
    void ends_when_the_event_comes_for_all_who_wait_for_it() throws Exception {
        List<CompletableFuture<Arrival>> waiting =
                IntStream.range(0, 3).mapToObj(i -> awaited(event, LONG)).toList();
        awaited(TypeId.next(Kind.EVENT).toString(), Duration.ZERO).get(10, TimeUnit.SECONDS); // so it was looked for
        assertThat(waiting).noneMatch(CompletableFuture::isDone);

        comes(event);

        for (CompletableFuture<Arrival> one : waiting) {
            assertThat(one.get(10, TimeUnit.SECONDS)).isEqualTo(Arrival.HERE);
        }
    }

    @Test
    void ends_with_the_patience() throws Exception {
        long begun = System.nanoTime();

        assertThat(awaited(event, Duration.ofMillis(150)).get(10, TimeUnit.SECONDS))
                .isEqualTo(Arrival.LATE);
        assertThat(System.nanoTime() - begun)
                .isGreaterThanOrEqualTo(Duration.ofMillis(150).toNanos());
    }

    @Test
    void makes_no_more_wait_than_there_are_seats_and_who_came_first_keeps_theirs() {
        List<CompletableFuture<Arrival>> waiting =
                IntStream.range(0, 60).mapToObj(i -> awaited(event, LONG)).toList();

        looks();

        assertThat(waiting.subList(0, 50)).noneMatch(CompletableFuture::isDone);
        assertThat(waiting.subList(50, 60).stream().map(CompletableFuture::join))
                .containsOnly(Arrival.UNKNOWN);
    }

    @Test
    void who_comes_while_others_wait_is_looked_for_at_once() throws Exception {
        arrivals.await(TypeId.next(Kind.EVENT).toString(), LONG, how -> {});
        comes(event);
        looks();
        List<Long> took = new ArrayList<>();

        for (int i = 0; i < 20; i++) {
            long begun = System.nanoTime();
            awaited(event, LONG).join();
            took.add(System.nanoTime() - begun);
        }

        assertThat(Collections.min(took)).isLessThan(Duration.ofMillis(10).toNanos());
    }

    @Test
    void who_has_gone_waits_no_more() {
        BooleanSupplier leave = arrivals.await(event, LONG, how -> {});
        assertThat(arrivals.size()).isEqualTo(1);

        assertThat(leave.getAsBoolean()).isTrue();
        assertThat(arrivals.size()).isZero();
        assertThat(leave.getAsBoolean()).as("nobody is left").isFalse();
    }

    @Test
    void says_that_it_cannot_tell_when_the_database_does_not_answer_to_whose_time_is_over() throws Exception {
        database.read(connection -> connection.createStatement().execute("shutdown immediately"));
        CompletableFuture<Arrival> patient = awaited(event, LONG);

        assertThat(awaited(event, Duration.ofMillis(50)).get(10, TimeUnit.SECONDS))
                .isEqualTo(Arrival.UNKNOWN);
        assertThat(patient).isNotDone();
    }

    /** The first of them has ended when the second tells of itself. */
    private void looks() {
        for (int looks = 0; looks < 2; looks++) {
            awaited(TypeId.next(Kind.EVENT).toString(), Duration.ZERO).join();
        }
    }

    private CompletableFuture<Arrival> awaited(String id, Duration patience) {
        CompletableFuture<Arrival> arrival = new CompletableFuture<>();
        arrivals.await(id, patience, arrival::complete);
        return arrival;
    }

    private void comes(String id) throws Exception {
        database.inTransaction(connection -> {
            try (PreparedStatement insert = connection.prepareStatement(
                    "insert into audit_event (event_id, at, actor, type, subject, version, reason, audience)"
                            + " values (?, current_timestamp, 'a', 't', 's', 1, 'none', 0)")) {
                insert.setString(1, id);
                return insert.executeUpdate();
            }
        });
    }
}
