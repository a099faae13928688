package org.claimtrail.assessments;

import org.claimtrail.audit.Audience;
import org.claimtrail.audit.EventType;

/** What happens to comments; staff alone hear of it. */
enum ReviewCommentEvent implements EventType {
    CREATED("comment.created"),
    EDITED("comment.edited");

    private final String type;

    ReviewCommentEvent(String type) {
        this.type = type;
    }

    @Override
    public String type() {
        return type;
    }

    @Override
    public Audience audience() {
        return Audience.STAFF;
    }
}
