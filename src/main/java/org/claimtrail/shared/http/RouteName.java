package org.claimtrail.shared.http;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.impl.HttpServerRequestInternal;
import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.mapping.RuntimeResource;
import org.jboss.resteasy.reactive.server.mapping.URITemplate;
import org.jspecify.annotations.Nullable;

/**
 * What metrics call a request until the REST layer has found its route and written the route's template in the same place.
 * Without it they would take the address, and whoever makes up addresses would make up labels.
 */
public final class RouteName {

    private static final String KEY = "UrlPathTemplate";
    private static final String NONE = "/unmatched";

    private RouteName() {}

    /**
     * The template of the route that this request has come to, such as {@code /v1/claims/{id}}. Asked of the REST layer, since
     * it refuses some requests before it writes the template for metrics.
     */
    public static String current() {
        ResteasyReactiveRequestContext request = CurrentRequestManager.get();
        RuntimeResource target = request == null ? null : request.getTarget();
        return target == null ? NONE : template(target.getClassPath()) + template(target.getPath());
    }

    /** Begins with a slash and ends without one; empty where there is no path. */
    private static String template(@Nullable URITemplate path) {
        String template = path == null ? "" : path.template.replaceAll("^/+|/+$", "");
        return template.isEmpty() ? "" : "/" + template;
    }

    static void none(HttpServerRequest request) {
        is(request, NONE);
    }

    /** For what is answered in place of the REST layer. */
    public static void is(HttpServerRequest request, String template) {
        if (request instanceof HttpServerRequestInternal known) {
            known.context().putLocal(KEY, template);
        }
    }
}
