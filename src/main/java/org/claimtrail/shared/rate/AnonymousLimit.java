package org.claimtrail.shared.rate;

import io.quarkus.vertx.http.runtime.VertxHttpConfig;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.concurrent.atomic.AtomicBoolean;
import org.claimtrail.shared.http.OperatorPaths;
import org.claimtrail.shared.http.Problem;
import org.jboss.logging.Logger;

/**
 * Right behind the Gate: counts requests without a credential by their address, before any work is done for them. What
 * brings a credential is counted once that was looked at. What is for operators is not counted.
 */
@ApplicationScoped
class AnonymousLimit {

    private static final Logger LOG = Logger.getLogger(AnonymousLimit.class);

    private final RateLimits limits;
    private final boolean proxied;
    private final AtomicBoolean warned = new AtomicBoolean();

    AnonymousLimit(RateLimits limits, VertxHttpConfig http) {
        this.limits = limits;
        this.proxied = http.proxy().proxyAddressForwarding();
    }

    void open(@Observes Router router) {
        router.route().order(Integer.MIN_VALUE + 1).handler(this::count);
    }

    private void count(RoutingContext routing) {
        if (!OperatorPaths.has(routing.normalizedPath())
                && !routing.request().headers().contains(HttpHeaders.AUTHORIZATION)) {
            warnOfProxy(routing);
            try {
                limits.anonymous(routing.request());
            } catch (Problem tooMany) {
                routing.fail(tooMany);
                return;
            }
        }
        routing.next();
    }

    /** A proxy that is not declared makes all readers one caller. */
    private void warnOfProxy(RoutingContext routing) {
        if (!proxied && routing.request().headers().contains("X-Forwarded-For") && warned.compareAndSet(false, true)) {
            LOG.warn("Requests come through a proxy that is not declared, so all its clients count as one. Set"
                    + " QUARKUS_HTTP_PROXY_PROXY_ADDRESS_FORWARDING=true and QUARKUS_HTTP_PROXY_TRUSTED_PROXIES.");
        }
    }
}
