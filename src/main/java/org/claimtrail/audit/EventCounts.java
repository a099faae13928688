package org.claimtrail.audit;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;

/** How many events this process has committed, by type. */
@Singleton
class EventCounts {

    private final MeterRegistry registry;

    EventCounts(MeterRegistry registry) {
        this.registry = registry;
    }

    void committed(EventType type) {
        registry.counter("claimtrail.audit.events", "type", type.type()).increment();
    }
}
