package org.claimtrail.access;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import org.claimtrail.shared.who.Permission;

/** Who acts in this request. */
@RequestScoped
public class CurrentActor {

    private final SecurityIdentity identity;

    CurrentActor(SecurityIdentity identity) {
        this.identity = identity;
    }

    /** The person behind the credential; asked for only behind a permission, so there is one. */
    public Actor get() {
        if (identity.isAnonymous()) {
            throw new IllegalStateException("nobody acts in a request without a credential");
        }
        return new Actor(
                identity.getPrincipal().getName(),
                identity.<String>getAttribute(Holder.AGENT),
                identity.hasRole(Permission.READ_CONFIDENTIAL));
    }
}
