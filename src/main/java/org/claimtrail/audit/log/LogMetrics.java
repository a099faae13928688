package org.claimtrail.audit.log;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The state of the log in numbers, read when they are asked for. NaN is what cannot be told now. */
@Singleton
class LogMetrics implements MeterBinder {

    private static final double MILLIS = 1000;

    private final Backlog backlog;
    private final Published published;
    private final LogStatus status;
    private final Clock clock;

    LogMetrics(Backlog backlog, Published published, LogStatus status, Clock clock) {
        this.backlog = backlog;
        this.published = published;
        this.status = status;
        this.clock = clock;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("claimtrail.log.pending", this, LogMetrics::pending)
                .description("Entries committed and not in the tree")
                .register(registry);
        Gauge.builder("claimtrail.log.published.size", published, Published::size)
                .description("Entries that the last checkpoint shown covers")
                .register(registry);
        Gauge.builder("claimtrail.log.checkpoint.age", this, LogMetrics::checkpointAge)
                .description("Time since the last checkpoint was shown; it grows while nothing is written")
                .baseUnit("seconds")
                .register(registry);
        Gauge.builder("claimtrail.log.sequencing.lag", this, LogMetrics::lag)
                .description("Age of the oldest entry that is not in the tree; 0 when there is none")
                .baseUnit("seconds")
                .register(registry);
        Gauge.builder("claimtrail.log.halted", status, log -> log.halted().isPresent() ? 1 : 0)
                .description("1 when the log is halted and writes are refused")
                .register(registry);
    }

    private double pending() {
        return backlog.look().map(waiting -> (double) waiting.entries()).orElse(Double.NaN);
    }

    private double checkpointAge() {
        return published.latest().map(shown -> age(shown.at())).orElse(Double.NaN);
    }

    private double lag() {
        Optional<Backlog.Waiting> known = backlog.look();
        return known.isEmpty()
                ? Double.NaN
                : known.get().oldest().map(this::age).orElse(0.0);
    }

    /** Not below 0, should the clock have been set back. */
    private double age(Instant at) {
        return Math.max(0, Duration.between(at, clock.instant()).toMillis() / MILLIS);
    }
}
