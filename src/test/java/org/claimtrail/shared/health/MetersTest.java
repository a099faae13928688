package org.claimtrail.shared.health;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Two applications in one process, one after the other. */
class MetersTest {

    private static final String NAME = "claimtrail.log.halted";

    private final CompositeMeterRegistry jvm = new CompositeMeterRegistry();

    @Test
    void an_application_that_ended_tells_nothing_for_the_next_one() {
        SimpleMeterRegistry collected = new SimpleMeterRegistry();
        jvm.add(collected);
        Gauge.builder(NAME, new AtomicInteger(1), AtomicInteger::get).register(jvm);
        jvm.counter("claimtrail.audit.events", "type", "claim.created").increment();

        new Meters(jvm).stop(new ShutdownEvent());
        Gauge.builder(NAME, new AtomicInteger(2), AtomicInteger::get).register(jvm);

        assertThat(collected.get(NAME).gauge().value()).isEqualTo(2);
        assertThat(collected.getMeters()).hasSize(1);
    }
}
