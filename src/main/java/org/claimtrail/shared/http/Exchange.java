package org.claimtrail.shared.http;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.jboss.logging.Logger;

/** One request under way, and how long it has been. */
final class Exchange {

    private static final Logger LOG = Logger.getLogger(Exchange.class);

    /** As long a body may take while its request still counts as one that is worked on. */
    private static final long PROMPT = Duration.ofSeconds(1).toNanos();

    private static final long LONGEST_WAIT = Duration.ofSeconds(30).toNanos();

    private final RoutingContext routing;
    private final Context context = Vertx.currentContext();
    private final long begun = System.nanoTime();
    private final long wait;
    private final BodyPace pace;
    private final Runnable seat;
    private final BooleanSupplier bodyArrived;
    private final AtomicBoolean seated = new AtomicBoolean(true);
    /** When its body was seen to be complete. */
    private long complete;

    private boolean complained;

    Exchange(RoutingContext routing, Runnable seat) {
        this.routing = routing;
        this.pace = BodyPace.begin(routing);
        this.seat = seat;
        this.bodyArrived = SlowHeads.bodyArrived(routing);
        this.wait = Preference.of(routing.request().getHeader("Prefer"))
                .waitFor()
                .map(asked -> Math.min(asked.toNanos(), LONGEST_WAIT))
                .orElse(0L);
    }

    /** Gives the place to another one. */
    void leave() {
        if (seated.compareAndSet(true, false)) {
            seat.run();
        }
    }

    /** Called by one thread, again and again. What has ended is found here too, should nobody have said so. */
    boolean isOver(long now, HttpConfig config) {
        if (routing.response().ended() || routing.response().closed()) {
            leave();
            return true;
        }
        if (!complained) {
            look(now, config);
        }
        return false;
    }

    private void look(long now, HttpConfig config) {
        if ((routing.request().isEnded() || bodyArrived.getAsBoolean()) && !pace.isBeingRead()) {
            complete = complete == 0 ? now : complete;
            if (now - complete > config.answerTimeout().toNanos() + wait) {
                complain(unanswered());
            }
        } else if (pace.waiting(now) > config.bodyTimeout().toNanos()) {
            complain(Problem.of(ProblemType.TOO_SLOW, "The body did not arrive in time."));
        } else if (now - begun > PROMPT) {
            leave(); // who sends slowly takes no place from others
        }
    }

    private void complain(Problem problem) {
        complained = true;
        context.runOnContext(now -> {
            try {
                Answers.refuse(routing.request(), problem);
            } catch (IllegalStateException e) {
                LOG.debug("Its answer came at the same moment", e);
            }
        });
    }

    private Problem unanswered() {
        return SafeMethods.has(routing.request().method().name()) ? Refusals.unavailable() : Refusals.outcomeUnknown();
    }
}
