package org.claimtrail.shared.who;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;

/** The reader of this request: what may be shown to them. */
@RequestScoped
public class Viewer {

    private final SecurityIdentity identity;

    Viewer(SecurityIdentity identity) {
        this.identity = identity;
    }

    public boolean isAnonymous() {
        return identity.isAnonymous();
    }

    /** Drafts and versions that are not published. */
    public boolean seesDrafts() {
        return identity.hasRole(Permission.READ_DRAFTS);
    }

    /** What stands behind {@code "withheld": true}. */
    public boolean seesConfidential() {
        return identity.hasRole(Permission.READ_CONFIDENTIAL);
    }

    /** Events about keys and roles. */
    public boolean seesKeys() {
        return identity.hasRole(Permission.READ_KEYS);
    }
}
