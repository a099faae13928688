package org.claimtrail.history.kept;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.ext.Provider;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.claimtrail.shared.database.DatabaseKind;

/**
 * Whoever has written is told so when no node answers from before it any more: a {@link Hold} later than the commit. A node
 * that is alone with its database needs no time for that.
 */
@Provider
class AcknowledgedLater implements ContainerResponseFilter {

    private static final Set<String> READS = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    /** The first that tells of no success. */
    private static final int MULTIPLE_CHOICES = 300;

    private final DatabaseKind kind;

    AcknowledgedLater(DatabaseKind kind) {
        this.kind = kind;
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        boolean done = response.getStatus() < MULTIPLE_CHOICES;
        if (done && !kind.isEmbedded() && !READS.contains(request.getMethod())) {
            await();
        }
    }

    private static void await() {
        long end = System.nanoTime() + Hold.LONGEST.toNanos();
        for (long left = Hold.LONGEST.toNanos(); left > 0; left = end - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }
}
