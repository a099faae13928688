package org.claimtrail.shared.reader;

import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Set;

/**
 * On a node that only reads, refuses every other method before anything is done for it: no body read, no key looked up. For
 * every path, so that nothing hangs on how one is read.
 */
@ApplicationScoped
class ReadsOnly {

    /** Behind CORS (-300), so that pages of other sites can read the refusal. */
    private static final int ORDER = -290;

    private static final Set<HttpMethod> READS = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    private final Reader reader;

    ReadsOnly(Reader reader) {
        this.reader = reader;
    }

    void open(@Observes Router router) {
        if (reader.isOn()) {
            router.route().order(ORDER).handler(this::handle);
        }
    }

    private void handle(RoutingContext routing) {
        if (READS.contains(routing.request().method())) {
            routing.next();
        } else {
            routing.fail(reader.elsewhere("This node only reads."));
        }
    }
}
