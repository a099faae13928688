package org.claimtrail.access;

import org.claimtrail.audit.Audience;
import org.claimtrail.audit.EventType;

/** What happens to desks. For staff: how a newsroom is organised is not published. */
enum DeskEvent implements EventType {
    CREATED("desk.created"),
    CLOSED("desk.closed"),
    MEMBER_ADDED("desk.member_added"),
    MEMBER_CHANGED("desk.member_changed"),
    MEMBER_REMOVED("desk.member_removed");

    private final String type;

    DeskEvent(String type) {
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
