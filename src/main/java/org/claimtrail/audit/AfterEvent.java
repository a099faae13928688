package org.claimtrail.audit;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.claimtrail.audit.Arrivals.Arrival;
import org.claimtrail.audit.log.Sequencing;
import org.claimtrail.shared.http.Problem;
import org.claimtrail.shared.http.ProblemType;
import org.claimtrail.shared.id.Kind;
import org.claimtrail.shared.id.TypeId;
import org.claimtrail.shared.rate.RateLimits;
import org.claimtrail.shared.reader.Reader;

/**
 * A read that names an event in {@code Audit-Event} is answered with what stood when that was committed, or later: by a node
 * that has the event, or not at all. So whoever sends back what a write was answered with reads their own write. Before
 * answers are given from memory, and before anybody is known: so what is named in vain is counted by address.
 */
@ApplicationScoped
class AfterEvent {

    /** Behind CORS (-300), before kept answers (-250). */
    private static final int ORDER = -260;

    /** What is answered from the last checkpoint that this node has shown, which it has in memory. */
    private static final String FROM_CHECKPOINT = "/v1/audit/";

    private static final Set<HttpMethod> READS = Set.of(HttpMethod.GET, HttpMethod.HEAD);

    private final Arrivals arrivals;
    private final Sequencing log;
    private final RateLimits limits;
    private final Reader reader;

    AfterEvent(Arrivals arrivals, Sequencing log, RateLimits limits, Reader reader) {
        this.arrivals = arrivals;
        this.log = log;
        this.limits = limits;
        this.reader = reader;
    }

    void open(@Observes Router router) {
        router.route("/v1/*").order(ORDER).handler(this::handle);
    }

    private void handle(RoutingContext routing) {
        HttpServerRequest request = routing.request();
        List<String> named = request.headers().getAll(AuditHeaders.EVENT);
        if (named.isEmpty() || !READS.contains(request.method())) {
            routing.next();
        } else if (named.size() > 1 || !TypeId.is(Kind.EVENT, named.get(0))) {
            routing.fail(Problem.badParameter(
                    AuditHeaders.EVENT, "expected the id of one event, as a write was answered with it."));
        } else {
            await(routing, named.get(0));
        }
    }

    private void await(RoutingContext routing, String event) {
        Context context = Vertx.currentContext();
        routing.request().pause();
        Duration patience = limits.mayWait(routing.request()) ? reader.patience() : Duration.ZERO;
        BooleanSupplier leave =
                arrivals.await(event, patience, how -> context.runOnContext(now -> answer(routing, event, how)));
        routing.addEndHandler(gone -> {
            if (leave.getAsBoolean()) {
                count(routing); // or who goes just before the end would never be counted
            }
        });
    }

    private void answer(RoutingContext routing, String event, Arrival how) {
        routing.request().resume();
        if (isOver(routing)) {
            return; // it took too long, or the client has gone
        }
        if (how != Arrival.HERE) {
            refuse(routing, event, how);
        } else if (String.valueOf(routing.normalizedPath()).startsWith(FROM_CHECKPOINT)) {
            follow(routing, event);
        } else {
            routing.next();
        }
    }

    private void refuse(RoutingContext routing, String event, Arrival how) {
        if (how == Arrival.UNKNOWN) {
            routing.fail(unknown(event)); // which is not the client's fault
        } else {
            routing.fail(count(routing).orElseGet(() -> missing(event)));
        }
    }

    /** Counts a wait in vain; gives the refusal where there were too many. */
    private Optional<Problem> count(RoutingContext routing) {
        try {
            limits.vain(routing.request());
            return Optional.empty();
        } catch (Problem tooMany) {
            return Optional.of(tooMany);
        }
    }

    /** The checkpoint that another node has shown with the event may have come, and this one have an older one in mind. */
    private void follow(RoutingContext routing, String event) {
        routing.request().pause();
        routing.vertx()
                .executeBlocking(
                        () -> {
                            log.follow();
                            return event;
                        },
                        false)
                .onComplete(done -> {
                    routing.request().resume();
                    if (isOver(routing)) {
                        return;
                    }
                    if (done.succeeded()) {
                        routing.next();
                    } else {
                        routing.fail(unknown(event));
                    }
                });
    }

    private static boolean isOver(RoutingContext routing) {
        return routing.response().ended() || routing.response().closed();
    }

    /** What is not in the database that is written is nowhere. */
    private Problem missing(String event) {
        return reader.isOn()
                ? Problem.of(
                        ProblemType.NOT_YET_HERE,
                        event + " has not come to this node yet, so what stood before it is not shown. Repeat in a"
                                + " moment, or ask a writing node.")
                : Problem.badParameter(AuditHeaders.EVENT, "there is no event " + event + ".");
    }

    private static Problem unknown(String event) {
        return Problem.of(
                ProblemType.UNAVAILABLE,
                "Whether " + event + " has come here cannot be told now. Please repeat in a moment.");
    }
}
