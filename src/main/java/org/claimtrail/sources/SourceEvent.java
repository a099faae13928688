package org.claimtrail.sources;

import org.claimtrail.audit.Audience;
import org.claimtrail.audit.EventType;

/** What happens to sources. */
enum SourceEvent implements EventType {
    CREATED("source.created"),
    EDITED("source.edited");

    private final String type;

    SourceEvent(String type) {
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
