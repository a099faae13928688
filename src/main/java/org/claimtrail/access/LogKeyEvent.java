package org.claimtrail.access;

import org.claimtrail.audit.Audience;
import org.claimtrail.audit.EventType;

/** What happens to the keys that sign the log. Everyone who checks it needs to know. */
enum LogKeyEvent implements EventType {
    ROTATED("key.rotated"),
    RETIRED("key.retired");

    private final String type;

    LogKeyEvent(String type) {
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
