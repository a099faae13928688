package org.claimtrail.shared.http;

import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.quarkus.vertx.VertxOptionsCustomizer;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.spi.VertxTracerFactory;
import io.vertx.core.tracing.TracingOptions;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/**
 * Answers what is not even HTTP, or names no URI, with a problem document. Vert.x and Quarkus would send a bare status
 * line, the one from {@code HttpServer.invalidRequestHandler}, which is out of reach because Quarkus makes the server, the
 * other before any route. The one place that sees each request before its handler is chosen is the tracer, so what stands
 * before the tracer chooses it. HTTP/2 frames its requests otherwise and keeps the bare answers.
 *
 * <p>Both methods that are deprecated here lack a replacement in the Vert.x 4 that the platform brings.
 */
@SuppressWarnings("deprecation")
@ApplicationScoped
class MalformedRequests implements VertxOptionsCustomizer {

    /** Deprecated in favour of the builder of Vert.x, which is out of reach as well. */
    @Override
    @SuppressWarnings("deprecation")
    public void accept(VertxOptions options) {
        TracingOptions given = options.getTracingOptions();
        VertxTracerFactory tracer =
                given == null || given.getFactory() == null ? VertxTracerFactory.NOOP : given.getFactory();
        options.setTracingOptions(
                new TracingOptions().setFactory(settings -> Doorkeeper.before(tracer.tracer(settings))));
    }

    /** Closes the connection as well: what follows on it cannot be trusted, and it has lost its handler. */
    static void refuse(HttpServerRequest request) {
        Answers.always(request, RequestIds.of(request));
        Answers.refuse(request, problem(request.decoderResult().cause()));
        request.connection().close();
    }

    private static Problem problem(@Nullable Throwable cause) {
        if (cause == null) {
            return Problem.of(
                    ProblemType.BAD_PARAMETER,
                    "The address is not a valid URI: check that each % is followed by two hex digits, and that other "
                            + "characters are encoded.");
        }
        if (cause instanceof TooLongHttpLineException) {
            return Refusals.ofStatus(414);
        }
        return cause instanceof TooLongHttpHeaderException
                ? Refusals.ofStatus(431)
                : Problem.of(ProblemType.BAD_PARAMETER, "The request is not well-formed HTTP.");
    }
}
