package org.claimtrail.shared.http;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.impl.HttpServerRequestInternal;

/**
 * What metrics call a request until the REST layer has found its route and written the route's template in the same place.
 * Without it they would take the address, and whoever makes up addresses would make up labels.
 */
final class RouteName {

    private static final String KEY = "UrlPathTemplate";
    private static final String NONE = "/unmatched";

    private RouteName() {}

    static void none(HttpServerRequest request) {
        if (request instanceof HttpServerRequestInternal known) {
            known.context().putLocal(KEY, NONE);
        }
    }
}
