package org.claimtrail.history;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.ext.Provider;

/** Tells staff, on every answer about a withheld record, that others get 451 in its place, and why. */
@Provider
class WithheldHeader implements ContainerResponseFilter {

    static final String NAME = "Withheld";

    private final WithheldNotice notice;

    WithheldHeader(WithheldNotice notice) {
        this.notice = notice;
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        String path = request.getUriInfo().getPath();
        notice.ground(path).ifPresent(ground -> response.getHeaders().putSingle(NAME, ground.text()));
    }
}
