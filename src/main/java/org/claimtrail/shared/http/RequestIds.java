package org.claimtrail.shared.http;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;

/** The name under which one request is found in the log: the client's own when it is sane, else a fresh one. */
final class RequestIds {

    static final String HEADER = "X-Request-Id";

    private static final Pattern SANE = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    /** Of a random UUID, by RFC 9562 section 5.4. */
    private static final long VERSION_BITS = 0xf000L;

    private static final long VERSION_4 = 0x4000L;
    private static final long VARIANT = 1L << 63;

    private RequestIds() {}

    static String of(HttpServerRequest request) {
        List<String> given = request.headers().getAll(HEADER);
        return given.size() == 1 && SANE.matcher(given.get(0)).matches() ? given.get(0) : fresh();
    }

    /** A name, not a secret: the generator of secrets would be the dearest part of a small read. */
    private static String fresh() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        long high = (random.nextLong() & ~VERSION_BITS) | VERSION_4;
        long low = (random.nextLong() >>> 2) | VARIANT;
        return new UUID(high, low).toString();
    }

    /** The id this request was given when it came in. */
    static String of(RoutingContext routing) {
        return String.valueOf(routing.response().headers().get(HEADER));
    }
}
