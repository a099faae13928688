package org.claimtrail.shared.http;

import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;

/** Headers that keep a browser from doing more with an answer than was meant. What a resource says itself stands. */
final class BrowserSafety {

    private static final String POLICY = "Content-Security-Policy";

    /** Answers are data, or pages that need nothing from anywhere. */
    private static final String NOTHING =
            "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    /** Swagger UI draws with inline styles and starts with an inline script; it talks to this service alone. */
    private static final String SWAGGER_UI = "default-src 'none'; script-src 'self' 'unsafe-inline';"
            + " style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; connect-src 'self';"
            + " base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private static final String A_YEAR = "max-age=31536000";

    private BrowserSafety() {}

    static void headers(RoutingContext routing) {
        MultiMap headers = routing.response().headers();
        String path = String.valueOf(routing.request().path());
        unlessSaid(headers, POLICY, path.startsWith("/q/swagger-ui") ? SWAGGER_UI : NOTHING);
        unlessSaid(headers, "Referrer-Policy", "no-referrer");
        unlessSaid(headers, "Cross-Origin-Resource-Policy", "same-origin");
        if (headers.get(POLICY).contains("frame-ancestors 'none'")) {
            unlessSaid(headers, "X-Frame-Options", "DENY"); // for browsers that do not know the policy
        }
        if (routing.request().isSSL()) {
            unlessSaid(headers, "Strict-Transport-Security", A_YEAR);
        }
    }

    private static void unlessSaid(MultiMap headers, String name, String value) {
        if (!headers.contains(name)) {
            headers.set(name, value);
        }
    }
}
