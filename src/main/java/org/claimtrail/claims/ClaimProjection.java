package org.claimtrail.claims;

import jakarta.enterprise.context.ApplicationScoped;
import org.claimtrail.history.Projection;
import org.claimtrail.shared.id.Kind;
import org.claimtrail.shared.id.TypeId;

/** The columns of claims, their topics with them. */
@ApplicationScoped
class ClaimProjection implements Projection {

    private final ClaimRepository claims;

    ClaimProjection(ClaimRepository claims) {
        this.claims = claims;
    }

    @Override
    public Kind kind() {
        return Kind.CLAIM;
    }

    @Override
    public void erase(TypeId id) {
        claims.erase(id);
    }
}
