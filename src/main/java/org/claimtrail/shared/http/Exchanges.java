package org.claimtrail.shared.http;

import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;

/**
 * The requests that are under way. There are never more than can be worked on, and none goes on for ever: who sends too
 * slowly is refused, and who would have to wait too long is told so, whatever the threads below hang on. What is for
 * operators is not counted, so that health can always be asked for.
 */
@Singleton
class Exchanges {

    private static final long ROUND = 250;

    private final Set<Exchange> open = ConcurrentHashMap.newKeySet();
    private final HttpConfig config;
    private final Semaphore seats;
    private final Vertx vertx;
    private final long timer;

    Exchanges(HttpConfig config, Vertx vertx) {
        this.config = config;
        this.seats = new Semaphore(config.requests());
        this.vertx = vertx;
        this.timer = vertx.setPeriodic(ROUND, round -> look());
    }

    /**
     * Lets a request in.
     *
     * @throws Problem 503 when as many as there may be are being worked on
     */
    void begin(RoutingContext routing) {
        if (OperatorPaths.has(routing.normalizedPath())) {
            return;
        }
        Exchange exchange = new Exchange(routing, seats::release); // reads what was sent, so before a seat is taken
        if (!seats.tryAcquire()) {
            throw Problem.of(
                            ProblemType.UNAVAILABLE,
                            "More is asked of this service than it can answer. Please repeat in a moment.")
                    .header("Retry-After", "1");
        }
        open.add(exchange);
        routing.addEndHandler(ended -> {
            exchange.leave();
            open.remove(exchange);
        });
    }

    @PreDestroy
    void end() {
        vertx.cancelTimer(timer);
    }

    private void look() {
        long now = System.nanoTime();
        open.removeIf(exchange -> exchange.isOver(now, config));
    }
}
