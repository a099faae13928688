package org.claimtrail.audit;

import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;
import org.claimtrail.audit.log.LogStatus;
import org.claimtrail.shared.http.SafeMethods;

/**
 * Refuses every change while the log is halted: it could not be logged. Here and not where events are appended, because
 * what a start has to do still has to be done, above all erasing again what an older database has brought back.
 */
@Provider
@Priority(Priorities.USER)
class HaltedFilter implements ContainerRequestFilter {

    private final LogStatus status;

    HaltedFilter(LogStatus status) {
        this.status = status;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        if (!SafeMethods.has(request.getMethod())) {
            status.requireGoing();
        }
    }
}
