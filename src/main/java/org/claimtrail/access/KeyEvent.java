package org.claimtrail.access;

import org.claimtrail.audit.Audience;
import org.claimtrail.audit.EventType;

/** What happens to keys. */
enum KeyEvent implements EventType {
    CREATED("key.created"),
    /** Another secret; not {@code key.rotated}, which is said of the log's own keys. */
    RENEWED("key.renewed"),
    REVOKED("key.revoked");

    private final String type;

    KeyEvent(String type) {
        this.type = type;
    }

    @Override
    public String type() {
        return type;
    }

    @Override
    public Audience audience() {
        return Audience.AUDITORS;
    }
}
