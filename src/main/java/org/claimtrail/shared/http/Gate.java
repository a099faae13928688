package org.claimtrail.shared.http;

import io.opentelemetry.api.trace.Span;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;
import org.jboss.logging.MDC;

/**
 * The first and last handler of every request, before and after anything that knows resources. It names the request,
 * refuses what is too large or unreadable, and turns every failure below the REST layer into a problem document.
 */
@ApplicationScoped
class Gate {

    private static final Logger LOG = Logger.getLogger(Gate.class);

    private static final int MAX_URI = 8 * 1024;
    private static final int MAX_HEADERS = 16 * 1024;
    /** Around each header: a colon, a space, a line break. */
    private static final int AROUND_HEADER = 4;

    private static final List<Integer> UNMATCHED =
            List.of(400, 401, 403, 404, 405, 406, 413, 414, 415, 431, 500, 501, 503);

    private final Operators operators;
    private final Exchanges exchanges;

    Gate(Operators operators, Exchanges exchanges) {
        this.operators = operators;
        this.exchanges = exchanges;
    }

    void open(@Observes Router router) {
        router.route().order(Integer.MIN_VALUE).handler(this::admit).failureHandler(this::fail);
        UNMATCHED.forEach(status -> router.errorHandler(status, this::fail));
    }

    private void admit(RoutingContext routing) {
        name(routing);
        SlowHeads.arrived(routing);
        routing.addHeadersEndHandler(sent -> {
            Answers.caching(routing);
            BrowserSafety.headers(routing);
        });
        try {
            requireReadable(routing.request());
            operators.require(routing);
            exchanges.begin(routing);
        } catch (Problem problem) {
            Answers.refuse(routing.request(), problem);
            return;
        }
        routing.next();
    }

    private static void name(RoutingContext routing) {
        RouteName.none(routing.request());
        String id = RequestIds.of(routing.request());
        Answers.always(routing.request(), id);
        MDC.put("requestId", id);
        Span.current().setAttribute("claimtrail.request.id", id);
        TraceParent.traceId(routing.request().headers().getAll("traceparent"))
                .ifPresent(trace -> MDC.put("traceId", trace));
    }

    private static void requireReadable(HttpServerRequest request) {
        requirePlain(request.uri());
        if (request.uri().length() > MAX_URI) {
            throw Refusals.ofStatus(414);
        }
        if (size(request.headers().entries()) > MAX_HEADERS) {
            throw Refusals.ofStatus(431);
        }
        List<String> hosts = request.headers().getAll(HttpHeaders.HOST);
        // HTTP/1.0 may leave it out, but then no address of this service can be told; HTTP/2 has it elsewhere.
        boolean nameless = hosts.isEmpty() && request.version() != HttpVersion.HTTP_2;
        if (nameless || hosts.size() > 1 || hosts.stream().anyMatch(host -> !Uris.isValid("http://" + host + "/"))) {
            throw Problem.of(ProblemType.BAD_PARAMETER, "A request needs one Host header with a valid name.");
        }
    }

    /**
     * No text holds U+0000, and not every database can look for it. No path here has parameters behind a semicolon, and the
     * REST layer would leave them out: what was kept for a path before would have been for another one.
     */
    private static void requirePlain(String uri) {
        int query = uri.indexOf('?');
        String path = query < 0 ? uri : uri.substring(0, query);
        if (path.contains("%00") || path.indexOf(';') >= 0) {
            throw Refusals.ofStatus(404);
        }
        if (uri.contains("%00")) {
            throw Problem.of(
                    ProblemType.BAD_PARAMETER, "A parameter holds the character U+0000, which no text here has.");
        }
    }

    private static int size(List<Map.Entry<String, String>> headers) {
        return headers.stream()
                .mapToInt(header -> header.getKey().length() + header.getValue().length() + AROUND_HEADER)
                .sum();
    }

    private void fail(RoutingContext routing) {
        if (!routing.response().headers().contains(RequestIds.HEADER)) {
            name(routing); // the router refuses some requests before its first handler
            SlowHeads.arrived(routing);
        }
        Throwable failure = routing.failure();
        int status = routing.statusCode();
        boolean explained = failure != null && (status == 500 || status == -1);
        Problem problem = explained ? Refusals.of(failure) : Refusals.ofStatus(status == -1 ? 500 : status);
        if (problem.type().status() >= 500 && failure != problem) { // what is refused on purpose is nobody's mistake
            LOG.errorf(
                    failure,
                    "Request %s, %s %s, failed",
                    RequestIds.of(routing),
                    routing.request().method(),
                    routing.request().path());
        }
        Answers.refuse(routing.request(), problem);
    }
}
