package org.claimtrail.assessments;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.claimtrail.assessments.Embargoes.Scheduled;
import org.claimtrail.audit.log.LogStatus;
import org.claimtrail.shared.reader.Reader;
import org.jboss.logging.Logger;

/**
 * The one thread that publishes what is due. It sleeps until the next is, and looks once a second for what is scheduled
 * since, here or by another node: a read by an index, which writes nothing.
 */
@ApplicationScoped
class EmbargoWatch {

    private static final Logger LOG = Logger.getLogger(EmbargoWatch.class);

    /** Behind all else that a start does, above all behind the erasures that it repeats. */
    private static final int LAST = 200_000;

    private static final Duration LOOK = Duration.ofSeconds(1);
    private static final int MOST = 100;
    private static final long PATIENCE_AT_STOP = 10_000;

    private final Embargoes embargoes;
    private final LogStatus log;
    private final Reader reader;
    private final Clock clock;
    private final MeterRegistry meters;
    private final Retries<Scheduled> retries = new Retries<>();
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final Thread thread = new Thread(this::run, "embargoes");

    EmbargoWatch(Embargoes embargoes, LogStatus log, Reader reader, Clock clock, MeterRegistry meters) {
        this.embargoes = embargoes;
        this.log = log;
        this.reader = reader;
        this.clock = clock;
        this.meters = meters;
    }

    void start(@Observes @Priority(LAST) StartupEvent started) {
        if (reader.isOn()) {
            return;
        }
        Gauge.builder("claimtrail.embargoes.failing", retries, Retries::size)
                .description("Assessments that are due and could not be published")
                .register(meters);
        thread.setDaemon(true);
        thread.start();
    }

    /** Without an interruption, which would close the embedded database's file. */
    void stop(@Observes ShutdownEvent stopped) throws InterruptedException {
        stopping.countDown();
        thread.join(PATIENCE_AT_STOP);
    }

    private void run() {
        try {
            Duration pause = pass(clock.instant());
            while (!stopping.await(Math.max(1, pause.toMillis()), TimeUnit.MILLISECONDS)) {
                pause = pass(clock.instant());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Publishes what is due at an instant; returns how long nothing else will be. */
    synchronized Duration pass(Instant now) {
        if (log.halted().isPresent()) {
            return LOOK;
        }
        try {
            // What fails stays in front; it must not keep the others from being seen.
            List<Scheduled> scheduled = embargoes.next(MOST + retries.size());
            retries.keepOnly(scheduled);
            for (Scheduled next : scheduled) {
                if (next.at().isAfter(now)) {
                    Duration until = Duration.between(clock.instant(), next.at());
                    return until.compareTo(LOOK) < 0 ? until : LOOK;
                }
                if (retries.mayTry(next, now)) {
                    publish(next, now);
                }
            }
        } catch (RuntimeException e) { // the database is away: this thread has to outlive that
            LOG.warnf(e, "Embargoes wait: %s", e.getMessage());
        }
        return LOOK;
    }

    private void publish(Scheduled due, Instant now) {
        try {
            if (embargoes.publish(due.id(), now)) {
                LOG.infof("%s is published, as scheduled", due.id());
            }
            retries.done(due);
        } catch (RuntimeException e) { // the others go on
            Duration rest = retries.failed(due, now);
            LOG.warnf(
                    e,
                    "%s is due and could not be published; it is tried again in %d s: %s",
                    due.id(),
                    rest.toSeconds(),
                    e.getMessage());
        }
    }
}
