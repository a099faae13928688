package org.claimtrail.history.kept;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.claimtrail.shared.database.DatabaseKind;
import org.claimtrail.support.Readers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AcknowledgedLaterTest {

    /** A test that is held up is no proof of waiting, so it looks for one that was not. */
    private static final int TRIES = 20;

    private final AtomicLong clock = new AtomicLong();
    private final AtomicInteger ended = new AtomicInteger();
    private final RollCall calls = new RollCall(clock::get);
    private final AcknowledgedLater many = filter("postgresql");
    private final AcknowledgedLater embedded = filter("h2");

    @ParameterizedTest
    @CsvSource({"POST, 201", "POST, 200", "PUT, 200", "DELETE, 204"})
    void who_has_written_is_answered_when_no_node_can_hold_an_older_look(String method, int status) {
        assertThat(shortest(many, method, status)).isGreaterThanOrEqualTo(Hold.LONGEST);
    }

    @ParameterizedTest
    @CsvSource({"PUT, 412", "POST, 409", "POST, 410", "PUT, 451"})
    void so_is_who_is_refused_for_what_another_one_has_written(String method, int status) {
        assertThat(shortest(many, method, status)).isGreaterThanOrEqualTo(Hold.LONGEST);
    }

    @ParameterizedTest
    @CsvSource({"GET, 200", "HEAD, 200", "OPTIONS, 204", "GET, 410", "POST, 401", "POST, 422", "POST, 503"})
    void nobody_else_waits(String method, int status) {
        assertThat(shortest(many, method, status)).isLessThan(Hold.LONGEST);
    }

    @Test
    void nobody_waits_where_there_is_one_node_only() {
        assertThat(shortest(embedded, "POST", 201)).isLessThan(Hold.LONGEST);
    }

    @Test
    void nobody_waits_on_a_node_that_knows_itself_to_be_alone() {
        calls.end(calls.begin(), Map.of());

        assertThat(shortest(many, "POST", 201)).isLessThan(Hold.LONGEST);
    }

    @Test
    void who_has_written_waits_once_there_is_another_node() {
        calls.end(calls.begin(), Map.of());
        calls.end(calls.begin(), Map.of("other", 1L));

        assertThat(shortest(many, "POST", 201)).isGreaterThanOrEqualTo(Hold.LONGEST);
    }

    @Test
    void who_has_written_waits_where_the_last_call_is_too_old() {
        calls.end(calls.begin(), Map.of());
        clock.addAndGet(RollCall.TRUSTED.toNanos());

        assertThat(shortest(many, "POST", 201)).isGreaterThanOrEqualTo(Hold.LONGEST);
    }

    @ParameterizedTest
    @ValueSource(ints = {201, 412})
    void this_node_answers_from_no_older_look_either(int status) {
        calls.end(calls.begin(), Map.of());

        shortest(many, "POST", status);

        assertThat(ended).hasPositiveValue();
    }

    private AcknowledgedLater filter(String database) {
        Cluster cluster = new Cluster(
                new DatabaseKind(database),
                Readers.node(false),
                answering(DataSource.class, "none"),
                new SimpleMeterRegistry(),
                Clock.systemUTC(),
                calls);
        Lookout own = new Lookout("none", cluster) {

            @Override
            protected void look() {}

            @Override
            public void committed() {
                ended.incrementAndGet();
            }
        };
        return new AcknowledgedLater(new OlderLooks(List.of(own), cluster));
    }

    private static Duration shortest(AcknowledgedLater filter, String method, int status) {
        long shortest = Long.MAX_VALUE;
        for (int i = 0; i < TRIES; i++) {
            long begun = System.nanoTime();
            filter.filter(
                    answering(ContainerRequestContext.class, method),
                    answering(ContainerResponseContext.class, status));
            shortest = Math.min(shortest, System.nanoTime() - begun);
        }
        return Duration.ofNanos(shortest);
    }

    /** Something that gives the same answer to whatever it is asked. */
    private static <T> T answering(Class<T> type, Object answer) {
        return type.cast(
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (self, method, given) -> answer));
    }
}
