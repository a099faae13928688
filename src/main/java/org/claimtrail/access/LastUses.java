package org.claimtrail.access;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import org.claimtrail.shared.reader.Reader;
import org.claimtrail.shared.time.Seldom;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * When each key was used last: for administrators who look for keys that nobody needs. Coarse, and beside the requests:
 * written once a minute for a key at most, by a thread of its own, and given up where that fails.
 */
@ApplicationScoped
class LastUses {

    private static final Logger LOG = Logger.getLogger(LastUses.class);
    private static final Duration COARSENESS = Duration.ofMinutes(1);

    private final EntityManager entities;
    private final Reader reader;
    private final Seldom notes = new Seldom(COARSENESS);
    private final ExecutorService writer = Executors.newSingleThreadExecutor(LastUses::thread);

    LastUses(EntityManager entities, Reader reader) {
        this.entities = entities;
        this.reader = reader;
    }

    /** Returns at once. Uses of a node that only reads are noted nowhere. */
    void note(ApiKey key, Instant at) {
        if (reader.isOn() || isRecent(key.lastUsedAt, at) || !notes.isFirst(key.id, at)) {
            return;
        }
        try {
            writer.execute(() -> write(key.id, at));
        } catch (RejectedExecutionException e) {
            LOG.debugf("the service stops; the use of %s is not noted", key.id);
        }
    }

    /** Without an interruption, which would close the embedded database's file. */
    @PreDestroy
    void stop() {
        writer.shutdown();
    }

    private void write(String id, Instant at) {
        try {
            QuarkusTransaction.requiringNew()
                    .run(() -> entities.createNativeQuery("update api_key set last_used_at = ?1 where id = ?2"
                                    + " and (last_used_at is null or last_used_at < ?3)")
                            .setParameter(1, at)
                            .setParameter(2, id)
                            .setParameter(3, at.minus(COARSENESS))
                            .executeUpdate());
        } catch (RuntimeException e) {
            LOG.debugf(e, "the use of %s is not noted", id);
        }
    }

    private static boolean isRecent(@Nullable Instant last, Instant at) {
        return last != null && last.isAfter(at.minus(COARSENESS));
    }

    private static Thread thread(Runnable writing) {
        Thread thread = new Thread(writing, "last-uses");
        thread.setDaemon(true);
        return thread;
    }
}
