package org.claimtrail.shared.reader;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.claimtrail.shared.http.SafeMethods;

/**
 * On a node that only reads, refuses every other method before anything is done for it: no body read, no key looked up. For
 * every path, so that nothing hangs on how one is read.
 */
@ApplicationScoped
class ReadsOnly {

    /** Behind CORS (-300), so that pages of other sites can read the refusal. */
    private static final int ORDER = -290;

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
        if (SafeMethods.has(routing.request().method().name())) {
            routing.next();
        } else {
            routing.fail(reader.elsewhere("This node only reads."));
        }
    }
}
