package org.claimtrail.shared.health;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * Takes this application's numbers with it when it ends. They stand in the one registry of the JVM, which gives what is
 * there to whoever registers the same again: the next application in the process would tell the state of this one.
 */
@ApplicationScoped
class Meters {

    /** Behind all that stops and may count something in doing so. */
    private static final int LAST = 200_000;

    private final MeterRegistry registry;

    Meters(MeterRegistry registry) {
        this.registry = registry;
    }

    void stop(@Observes @Priority(LAST) ShutdownEvent stopped) {
        registry.clear();
    }
}
