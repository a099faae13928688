package org.claimtrail.audit;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micrometer.core.instrument.Metrics;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.claimtrail.audit.log.LogStatus;
import org.claimtrail.shared.id.Kind;
import org.claimtrail.shared.id.TypeId;
import org.claimtrail.shared.json.CanonicalJson;
import org.claimtrail.shared.json.StoredJson;
import org.claimtrail.shared.reader.Reader;
import org.claimtrail.shared.time.Seldom;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Writes down privileged acts that were refused, and copies that were taken of the events. Beside the requests, by a thread of
 * its own, and seldom: whoever repeats an act does not make the log grow with it, and a log that takes nothing refuses
 * nobody's reads.
 */
@ApplicationScoped
public class AccessNotes {

    private static final Logger LOG = Logger.getLogger(AccessNotes.class);
    private static final int WAITING = 1_000;

    private final AuditLog audit;
    private final LogStatus status;
    private final Reader reader;
    private final Clock clock;
    private final Seldom refusals = new Seldom(Duration.ofMinutes(1));
    private final Seldom exports = new Seldom(Duration.ofHours(1));
    private final ExecutorService writer =
            new ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(WAITING), AccessNotes::thread);

    AccessNotes(AuditLog audit, LogStatus status, Reader reader, Clock clock) {
        this.audit = audit;
        this.status = status;
        this.reader = reader;
        this.clock = clock;
    }

    /**
     * That somebody was refused an act their credential does not allow. A node that only reads has nothing but its own log
     * for that.
     *
     * @param key the id of their key; null for a token
     * @param route the template of the path, so that nothing stands in the log that they asked after
     */
    public void refused(String actor, @Nullable String key, String method, String route) {
        Metrics.counter("claimtrail.access.refused", "route", route).increment();
        if (!refusals.isFirst(actor + " " + method + " " + route, clock.instant())) {
            return;
        }
        if (reader.isOn()) {
            LOG.infof("%s (key %s) was refused %s %s; only a node that writes notes that", actor, key, method, route);
        } else {
            ObjectNode content = StoredJson.object().put("method", method).put("route", route);
            Optional.ofNullable(key).ifPresent(id -> content.put("key", id));
            note(AccessEvent.REFUSED, actor, content);
        }
    }

    /**
     * That somebody took events with them that not everyone may see.
     *
     * @throws org.claimtrail.shared.http.Problem 421 on a node that only reads
     */
    void exported(String actor, String format) {
        reader.requireWriting("Copies of the events are noted in the log, and this node only reads.");
        if (exports.isFirst(actor, clock.instant())) {
            note(AccessEvent.EXPORTED, actor, StoredJson.object().put("format", format));
        }
    }

    /** Without an interruption, which would close the embedded database's file. */
    @PreDestroy
    void stop() {
        writer.shutdown();
    }

    private void note(AccessEvent event, String actor, ObjectNode content) {
        Instant at = clock.instant();
        try {
            writer.execute(() -> write(event, actor, at, CanonicalJson.bytes(content)));
        } catch (RejectedExecutionException e) {
            LOG.warnf("%s by %s is not noted: too many wait", event.type(), actor);
        }
    }

    private void write(AccessEvent event, String actor, Instant at, byte[] content) {
        try {
            status.requireGoing();
            TypeId subject = TypeId.next(Kind.ACCESS);
            QuarkusTransaction.requiringNew()
                    .run(() -> audit.append(
                            new NewEvent(event, subject, 0, Reason.NONE, at, actor, content, List.of(), true)));
        } catch (RuntimeException e) {
            LOG.warnf("%s by %s is not noted: %s", event.type(), actor, e);
        }
    }

    private static Thread thread(Runnable writing) {
        Thread thread = new Thread(writing, "access-notes");
        thread.setDaemon(true);
        return thread;
    }
}
