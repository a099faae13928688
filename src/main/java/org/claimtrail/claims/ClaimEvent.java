package org.claimtrail.claims;

import org.claimtrail.audit.Audience;
import org.claimtrail.audit.EventType;

/** What happens to claims and their relations. */
enum ClaimEvent implements EventType {
    CREATED("claim.created"),
    EDITED("claim.edited"),
    MERGED("claim.merged"),
    WITHDRAWN("claim.withdrawn"),
    REOPENED("claim.reopened"),
    RELATION_CREATED("relation.created"),
    RELATION_EDITED("relation.edited");

    private final String type;

    ClaimEvent(String type) {
        this.type = type;
    }

    @Override
    public String type() {
        return type;
    }

    @Override
    public Audience audience() {
        return Audience.PUBLIC;
    }
}
