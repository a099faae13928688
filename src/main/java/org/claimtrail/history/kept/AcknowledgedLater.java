package org.claimtrail.history.kept;

import io.vertx.core.Context;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.ext.Provider;
import java.util.Set;
import org.claimtrail.shared.http.SafeMethods;

/**
 * Whoever has written is told so when no node answers from before it any more ({@link OlderLooks}); and so is who was refused
 * for what another one has written, or is told again what was done before.
 */
@Provider
class AcknowledgedLater implements ContainerResponseFilter {

    /** The first that tells of no success. */
    private static final int MULTIPLE_CHOICES = 300;

    /** Refusals that tell of somebody else's write: conflict, gone, precondition failed, withheld. */
    private static final Set<Integer> TELLING = Set.of(409, 410, 412, 451);

    private final OlderLooks older;

    AcknowledgedLater(OlderLooks older) {
        this.older = older;
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        // What is refused before the database is asked may be refused by a thread that must not wait.
        if (!SafeMethods.has(request.getMethod()) && tells(response.getStatus()) && !Context.isOnEventLoopThread()) {
            older.outlive();
        }
    }

    private static boolean tells(int status) {
        return status < MULTIPLE_CHOICES || TELLING.contains(status);
    }
}
