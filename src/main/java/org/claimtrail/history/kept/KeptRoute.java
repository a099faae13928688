package org.claimtrail.history.kept;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.claimtrail.audit.AuditHeaders;
import org.claimtrail.shared.http.Preconditions;
import org.claimtrail.shared.http.RouteName;
import org.jspecify.annotations.Nullable;

/**
 * Answers reads of the public from memory: behind the limits, the Gate and what the platform puts before resources (CORS), and
 * before authentication and the REST layer, which has given the same answer before. Whatever asks for more than a plain read
 * goes on to that layer.
 */
@ApplicationScoped
class KeptRoute {

    /** Behind CORS (-300), before authentication (-200). */
    private static final int ORDER = -250;

    private static final int MAX_ADDRESS = 1_000;
    private static final int NOT_MODIFIED = 304;

    /** With one of these a request is not answered as others are. */
    private static final List<String> PARTICULAR = List.of(
            HttpHeaders.AUTHORIZATION,
            "Accept-Datetime",
            "Content-Encoding",
            "Transfer-Encoding",
            "Expect",
            "X-Forwarded-Prefix");

    private final KeptAnswers answers;
    private final Changes changes;
    private final KeptLookout lookout;

    KeptRoute(KeptAnswers answers, Changes changes, KeptLookout lookout) {
        this.answers = answers;
        this.changes = changes;
        this.lookout = lookout;
    }

    void open(@Observes Router router) {
        if (answers.isOn()) {
            router.route().order(ORDER).handler(this::handle);
        }
    }

    private void handle(RoutingContext routing) {
        HttpServerRequest request = routing.request();
        String address = request.uri();
        if (!isPlainRead(request, address)) {
            routing.next();
        } else if (lookout.isFresh() && !namesEvent(request)) {
            answer(routing, address, answers.current(address));
        } else if (answers.has(address)) {
            answerAfterLook(routing, address);
        } else {
            read(routing, address);
        }
    }

    /** Which its client may know of otherwise than by the answer to who wrote it. */
    private static boolean namesEvent(HttpServerRequest request) {
        return request.headers().contains(AuditHeaders.EVENT);
    }

    private void answerAfterLook(RoutingContext routing, String address) {
        Context context = Vertx.currentContext();
        routing.request().pause();
        lookout.afterLook(looked -> context.runOnContext(here -> {
            routing.request().resume();
            answer(routing, address, looked ? answers.current(address) : null);
        }));
    }

    private static boolean isPlainRead(HttpServerRequest request, String address) {
        if (!request.method().equals(HttpMethod.GET) || !address.startsWith("/v1/") || address.length() > MAX_ADDRESS) {
            return false;
        }
        String accept = request.getHeader(HttpHeaders.ACCEPT);
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH); // Java's client says 0 up to Java 18
        return (length == null || length.equals("0"))
                && (accept == null || accept.equals("*/*") || accept.equals(MediaType.APPLICATION_JSON))
                && PARTICULAR.stream().noneMatch(request.headers()::contains);
    }

    /** Lets the REST layer answer, and its answer be kept. */
    private void read(RoutingContext routing, String address) {
        long now = changes.now();
        if (now == 0) {
            lookout.afterLook(looked -> {}); // the first: from now on it can be said what has changed
        } else {
            routing.put(Kept.KEY, new Kept(address, now));
        }
        routing.next();
    }

    private void answer(RoutingContext routing, String address, @Nullable KeptAnswer answer) {
        HttpServerResponse response = routing.response();
        if (response.ended() || response.closed()) {
            return; // it took too long, or the client has gone
        }
        if (answer == null) {
            read(routing, address);
            return;
        }
        RouteName.is(routing.request(), answer.route());
        answer.headers().forEach(header -> response.headers().add(header.getKey(), header.getValue()));
        String known = routing.request().getHeader(HttpHeaders.IF_NONE_MATCH);
        if (answer.tag() != null && Preconditions.unchanged(known, answer.tag())) {
            response.setStatusCode(NOT_MODIFIED).end();
        } else {
            response.putHeader(HttpHeaders.CONTENT_TYPE, answer.type()).end(Buffer.buffer(answer.body()));
        }
    }
}
