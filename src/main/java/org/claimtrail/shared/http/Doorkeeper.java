package org.claimtrail.shared.http;

import io.vertx.core.Context;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.impl.HttpServerConnection;
import io.vertx.core.spi.tracing.SpanKind;
import io.vertx.core.spi.tracing.TagExtractor;
import io.vertx.core.spi.tracing.VertxTracer;
import io.vertx.core.tracing.TracingPolicy;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Sees each request before its handler is chosen, and chooses another one for what is malformed. Whatever else is the
 * matter of the tracer whose place it took.
 *
 * @param tracer the real one, which traces nothing while traces are off
 */
@SuppressWarnings("deprecation") // see MalformedRequests
record Doorkeeper<I, O>(VertxTracer<I, O> tracer) implements VertxTracer<I, O> {

    /** Before a tracer of which Vert.x does not say what it notes. */
    static Doorkeeper<?, ?> before(VertxTracer<?, ?> tracer) {
        return new Doorkeeper<>(tracer);
    }

    @Override
    public <R> @Nullable I receiveRequest(
            Context context,
            SpanKind kind,
            TracingPolicy policy,
            R request,
            String operation,
            Iterable<Map.Entry<String, String>> headers,
            TagExtractor<R> tags) {
        return request instanceof HttpServerRequest http && isTurnedAway(http)
                ? null
                : tracer.receiveRequest(context, kind, policy, request, operation, headers, tags);
    }

    private static boolean isTurnedAway(HttpServerRequest http) {
        if (http.version() == HttpVersion.HTTP_2 || !(http.connection() instanceof HttpServerConnection connection)) {
            return false;
        }
        if (http.decoderResult().isFailure()) {
            connection.invalidRequestHandler(MalformedRequests::refuse);
            return true;
        }
        if (!Uris.isValid(http.uri())) {
            connection.handler(MalformedRequests::refuse);
            return true;
        }
        return false;
    }

    @Override
    public <R> void sendResponse(
            Context context,
            @Nullable R response,
            @Nullable I payload,
            @Nullable Throwable failure,
            TagExtractor<R> tags) {
        tracer.sendResponse(context, response, payload, failure, tags);
    }

    @Override
    public <R> @Nullable O sendRequest(
            Context context,
            SpanKind kind,
            TracingPolicy policy,
            R request,
            String operation,
            BiConsumer<String, String> headers,
            TagExtractor<R> tags) {
        return tracer.sendRequest(context, kind, policy, request, operation, headers, tags);
    }

    @Override
    public <R> void receiveResponse(
            Context context,
            @Nullable R response,
            @Nullable O payload,
            @Nullable Throwable failure,
            TagExtractor<R> tags) {
        tracer.receiveResponse(context, response, payload, failure, tags);
    }

    @Override
    public void close() {
        tracer.close();
    }
}
