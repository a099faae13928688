package org.claimtrail.access;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import org.claimtrail.audit.AccessNotes;
import org.claimtrail.shared.http.RouteName;
import org.claimtrail.shared.reader.Reader;

/** Writes down who was refused what their credential does not allow. Whom nobody knows is counted, not written down. */
@Provider
class RefusalFilter implements ContainerResponseFilter {

    private final SecurityIdentity identity;
    private final AccessNotes notes;

    RefusalFilter(SecurityIdentity identity, AccessNotes notes) {
        this.identity = identity;
        this.notes = notes;
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        boolean refused = response.getStatus() == Response.Status.FORBIDDEN.getStatusCode()
                || request.getProperty(Reader.REFUSED) != null;
        if (refused && !identity.isAnonymous()) {
            notes.refused(
                    identity.getPrincipal().getName(),
                    identity.<String>getAttribute(Holder.KEY),
                    request.getMethod(),
                    RouteName.current());
        }
    }
}
