package org.claimtrail.history.kept;

import io.vertx.core.Context;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.ext.Provider;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.claimtrail.shared.http.SafeMethods;

/**
 * Whoever has written is told so when no node answers from before it any more: a {@link Hold} later than the commit; and so is
 * who was refused for what another one has written. A node that knows itself to
 * be alone ({@link Nodes}) needs no time for that.
 */
@Provider
class AcknowledgedLater implements ContainerResponseFilter {

    /** The first that tells of no success. */
    private static final int MULTIPLE_CHOICES = 300;

    /** Refusals that tell of somebody else's write: conflict, gone, precondition failed, withheld. */
    private static final Set<Integer> TELLING = Set.of(409, 410, 412, 451);

    private final Nodes nodes;

    AcknowledgedLater(Nodes nodes) {
        this.nodes = nodes;
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        // What is refused before the database is asked may be refused by a thread that must not wait.
        if (!SafeMethods.has(request.getMethod())
                && tells(response.getStatus())
                && !nodes.isAlone()
                && !Context.isOnEventLoopThread()) {
            await();
        }
    }

    private static boolean tells(int status) {
        return status < MULTIPLE_CHOICES || TELLING.contains(status);
    }

    private static void await() {
        long end = System.nanoTime() + Hold.LONGEST.toNanos();
        for (long left = Hold.LONGEST.toNanos(); left > 0; left = end - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }
}
