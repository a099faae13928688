package org.claimtrail.shared.http;

import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Writes answers below the REST layer, and the headers that belong on every answer. */
final class Answers {

    /** How long a client may go on sending a refused body before its connection is closed, in milliseconds. */
    private static final long LINGER = 2_000;

    private Answers() {}

    static void refuse(HttpServerRequest request, Problem problem) {
        HttpServerResponse response = request.response();
        if (response.ended() || response.headWritten()) {
            return;
        }
        if (problem.type() == ProblemType.TOO_LARGE || problem.type() == ProblemType.TOO_SLOW) {
            closeAfterwards(request);
        }
        String path = request.uri() == null ? "/" : request.uri().replaceFirst("[?#].*", "");
        ProblemWriter.headers(problem).forEach((name, value) -> response.putHeader(name, value));
        response.setStatusCode(problem.type().status())
                .putHeader(HttpHeaders.CONTENT_TYPE, ProblemBody.MEDIA_TYPE)
                .end(Buffer.buffer(ProblemWriter.bytes(problem, path)));
    }

    /**
     * Closes the connection once the answer is out, but not at once: closing while the client still sends would reset
     * the connection and destroy the answer before it is read.
     */
    static void closeAfterwards(HttpServerRequest request) {
        request.response().endHandler(ended -> {
            if (request.isEnded()) {
                request.connection().close();
                return;
            }
            request.exceptionHandler(gone -> {});
            request.handler(discarded -> {});
            request.endHandler(all -> request.connection().close());
            request.resume();
            Vertx vertx = Vertx.currentContext().owner();
            vertx.setTimer(LINGER, timer -> request.connection().close());
        });
    }

    static void always(HttpServerRequest request, String requestId) {
        request.response().putHeader(RequestIds.HEADER, requestId).putHeader("X-Content-Type-Options", "nosniff");
    }

    /**
     * What is served under /v1 depends on who asks, so nothing may be kept by a shared cache unless the resource says
     * that it may.
     */
    static void caching(RoutingContext routing) {
        @Nullable String path = routing.request().path();
        if (path == null || !path.startsWith("/v1")) {
            return;
        }
        MultiMap headers = routing.response().headers();
        addToVary(headers);
        if (!headers.contains(HttpHeaders.CACHE_CONTROL)) {
            boolean personal = routing.request().headers().contains(HttpHeaders.AUTHORIZATION);
            headers.set(HttpHeaders.CACHE_CONTROL, personal ? "private, no-store" : "no-cache");
        } else if (headers.get(HttpHeaders.CACHE_CONTROL).contains("public")) {
            // A shared cache would tell its readers what somebody else has left.
            headers.remove("RateLimit").remove("RateLimit-Policy");
        }
    }

    private static void addToVary(MultiMap headers) {
        if (!headers.contains(HttpHeaders.VARY)) {
            headers.set(HttpHeaders.VARY, HttpHeaders.AUTHORIZATION);
            return;
        }
        String vary = String.join(", ", headers.getAll(HttpHeaders.VARY));
        boolean present = Arrays.stream(vary.split(","))
                .map(String::strip)
                .anyMatch(name -> name.equals("*") || name.equalsIgnoreCase(HttpHeaders.AUTHORIZATION));
        if (!present) {
            headers.set(
                    HttpHeaders.VARY,
                    vary.isEmpty() ? HttpHeaders.AUTHORIZATION : vary + ", " + HttpHeaders.AUTHORIZATION);
        }
    }
}
