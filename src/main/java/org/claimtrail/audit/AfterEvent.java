package org.claimtrail.audit;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Set;
import org.claimtrail.audit.Arrivals.Arrival;
import org.claimtrail.shared.http.Problem;
import org.claimtrail.shared.http.ProblemType;
import org.claimtrail.shared.id.Kind;
import org.claimtrail.shared.id.TypeId;
import org.claimtrail.shared.reader.Reader;

/**
 * A read that names an event in {@code Audit-Event} is answered with what stood when that was committed, or later: by a node
 * that has the event, or not at all. So whoever sends back what a write was answered with reads their own write. Before
 * answers are given from memory.
 */
@ApplicationScoped
class AfterEvent {

    /** Behind CORS (-300), before kept answers (-250). */
    private static final int ORDER = -260;

    private static final Set<HttpMethod> READS = Set.of(HttpMethod.GET, HttpMethod.HEAD);

    private final Arrivals arrivals;
    private final Reader reader;

    AfterEvent(Arrivals arrivals, Reader reader) {
        this.arrivals = arrivals;
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
            Context context = Vertx.currentContext();
            request.pause();
            arrivals.await(
                    named.get(0),
                    reader.patience(),
                    how -> context.runOnContext(now -> answer(routing, named.get(0), how)));
        }
    }

    private void answer(RoutingContext routing, String event, Arrival how) {
        routing.request().resume();
        if (routing.response().ended() || routing.response().closed()) {
            return; // it took too long, or the client has gone
        }
        switch (how) {
            case HERE -> routing.next();
            case LATE -> routing.fail(missing(event));
            case UNKNOWN ->
                routing.fail(Problem.of(
                        ProblemType.UNAVAILABLE,
                        "Whether " + event + " has come here cannot be told now. Please repeat in a moment."));
        }
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
}
