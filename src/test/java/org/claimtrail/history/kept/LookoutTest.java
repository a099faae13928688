package org.claimtrail.history.kept;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import org.claimtrail.shared.database.DatabaseKind;
import org.claimtrail.support.Readers;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

class LookoutTest {

    private final AtomicLong clock = new AtomicLong();
    private final RollCall calls = new RollCall(clock::get);

    /** What happens before a look's age is told, which does not change it. */
    private Runnable pause = () -> {};

    private final Lookout lookout = lookout("postgresql");

    @Test
    void a_node_that_is_not_reckoned_with_looks_each_time() {
        look(lookout);
        assertThat(lookout.isFresh()).isFalse();

        settle();

        assertThat(lookout.isFresh()).isTrue();
    }

    @Test
    void a_node_on_the_embedded_database_holds_what_it_has_seen() {
        Lookout embedded = lookout("h2");

        look(embedded);

        assertThat(embedded.isFresh()).isTrue();
    }

    @Test
    void who_stands_still_before_it_is_reckoned_with_does_not_answer_from_before() {
        look(lookout);
        pause = this::settle;

        assertThat(lookout.isFresh()).isFalse();
    }

    private static void look(Lookout lookout) {
        CompletableFuture<Boolean> looked = new CompletableFuture<>();
        lookout.afterLook(looked::complete);
        assertThat(looked.join()).isTrue();
    }

    private void settle() {
        for (Duration left = RollCall.SETTLED; !left.isNegative(); left = left.minus(RollCall.EVERY)) {
            calls.end(calls.begin(), Map.of());
            clock.addAndGet(RollCall.EVERY.toNanos());
        }
        calls.end(calls.begin(), Map.of());
    }

    private Lookout lookout(String database) {
        Cluster cluster = new Cluster(
                new DatabaseKind(database),
                Readers.node(false),
                new PGSimpleDataSource(),
                new SimpleMeterRegistry(),
                Clock.systemUTC(),
                calls);
        Hold hold = new Hold(() -> {
            pause.run();
            return 0;
        });
        return new Lookout("test", cluster, hold) {

            @Override
            protected void look() {}
        };
    }
}
