package org.claimtrail.shared.openapi;

import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The description of this API as the service hands it out. The platform reads what was written when the application was
 * built and writes it again, as JSON and as YAML: a seventh of a start, before the first answer to anybody. Here that waits
 * until the first answers are given, or until it is asked for.
 */
@Singleton
class Description {

    private static final Logger LOG = Logger.getLogger(Description.class);
    /** After the start: others are asked before, and the first seconds have enough to do. */
    private static final Duration DELAY = Duration.ofSeconds(30);

    private final List<FutureTask<?>> preparations = new CopyOnWriteArrayList<>();

    /** Takes what would prepare it. */
    void add(Callable<?> preparation) {
        preparations.add(new FutureTask<>(preparation));
    }

    /** How many preparations were put off. */
    int preparations() {
        return preparations.size();
    }

    void prepareSoon(@Observes StartupEvent started, Vertx vertx) {
        // Told to stop just then, the service takes no more work, and nobody needs the description.
        vertx.setTimer(DELAY.toMillis(), timer -> vertx.executeBlocking(this::prepareOrLog));
    }

    private @Nullable Void prepareOrLog() {
        try {
            prepare();
        } catch (IllegalStateException failed) {
            LOG.error(failed.getMessage(), failed.getCause());
        }
        return null;
    }

    /**
     * Prepares it, once, or waits until another thread has.
     *
     * @throws IllegalStateException if the platform could not prepare it
     */
    void prepare() {
        for (FutureTask<?> preparation : preparations) {
            preparation.run();
            try {
                preparation.get();
            } catch (ExecutionException failed) {
                throw new IllegalStateException("the API description could not be prepared", failed.getCause());
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("stopped before the API description was prepared", stopped);
            }
        }
    }
}
