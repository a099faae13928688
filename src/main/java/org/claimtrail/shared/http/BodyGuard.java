package org.claimtrail.shared.http;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.IOException;
import java.io.InputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.Locale;
import java.util.Optional;
import org.claimtrail.shared.hash.Sha256;

/**
 * Limits every body, announced or chunked, and takes its SHA-256 in passing where a repetition must be told from another
 * act (see {@link Idempotent}).
 */
@Provider
class BodyGuard implements ContainerRequestFilter, ReaderInterceptor {

    private static final String LIMIT = BodyGuard.class.getName() + ".limit";
    private static final String STREAMED = BodyGuard.class.getName() + ".streamed";
    private static final long DEFAULT_LIMIT = 1024 * 1024;

    private final ResourceInfo resource;
    private final RoutingContext routing;

    BodyGuard(ResourceInfo resource, RoutingContext routing) {
        this.resource = resource;
        this.routing = routing;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        Optional<BodyLimit> own =
                Optional.ofNullable(resource.getResourceMethod()).map(method -> method.getAnnotation(BodyLimit.class));
        long limit = own.map(BodyLimit::value).orElse(DEFAULT_LIMIT);
        request.setProperty(LIMIT, limit);
        request.setProperty(STREAMED, own.filter(BodyLimit::streamed).isPresent());
        requireIdentity(request.getHeaderString(HttpHeaders.CONTENT_ENCODING));
        String announced = request.getHeaderString(HttpHeaders.CONTENT_LENGTH);
        if (announced != null && Long.parseLong(announced) > limit) {
            throw LimitedInputStream.tooLarge(limit);
        }
    }

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        long limit = (long) context.getProperty(LIMIT);
        LimitedInputStream limited = new LimitedInputStream(body(context), limit);
        context.setInputStream(limited);
        if (context.getHeaders().containsKey(BodyDigest.KEY_HEADER)) {
            MessageDigest digest = Sha256.digest();
            context.setInputStream(new DigestInputStream(limited, digest));
            context.setProperty(BodyDigest.PROPERTY, digest);
        }
        return context.proceed();
    }

    private InputStream body(ReaderInterceptorContext context) {
        InputStream body = context.getInputStream();
        return Boolean.TRUE.equals(context.getProperty(STREAMED))
                ? BodyPace.of(routing).map(pace -> pace.streamed(body)).orElse(body)
                : body;
    }

    /** Compressed bodies are not taken: what is signed for and digested is the body as sent. */
    private static void requireIdentity(String encoding) {
        if (encoding != null && !encoding.strip().toLowerCase(Locale.ROOT).equals("identity")) {
            throw Problem.of(
                            ProblemType.UNSUPPORTED_MEDIA_TYPE,
                            "Bodies are taken as they are, without a Content-Encoding.")
                    .header(HttpHeaders.ACCEPT_ENCODING, "identity");
        }
    }
}
