package org.claimtrail.access;

import io.quarkus.security.UnauthorizedException;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;
import org.claimtrail.shared.who.PublicRead;

/**
 * Looks at the credential of every request below /v1, also where none is needed: a wrong key is told so and does not
 * silently read as the public. Closes reading to the public where the configuration says so; other logs, which ask this
 * service as their witness, have no key by protocol, and do not read.
 */
@Provider
@Priority(Priorities.AUTHENTICATION)
class PublicReadFilter implements ContainerRequestFilter {

    private final SecurityIdentity identity;
    private final PublicRead publicRead;

    PublicReadFilter(SecurityIdentity identity, PublicRead publicRead) {
        this.identity = identity;
        this.publicRead = publicRead;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        String path = request.getUriInfo().getPath();
        if (path.startsWith("/v1/")
                && identity.isAnonymous()
                && !publicRead.isOpen()
                && !path.equals("/v1/audit/witness/add-checkpoint")) {
            throw new UnauthorizedException("this service is not open to the public");
        }
    }
}
