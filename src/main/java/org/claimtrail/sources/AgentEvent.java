package org.claimtrail.sources;

import org.claimtrail.audit.Audience;
import org.claimtrail.audit.EventType;

/** What happens to agents. */
enum AgentEvent implements EventType {
    CREATED("agent.created"),
    EDITED("agent.edited");

    private final String type;

    AgentEvent(String type) {
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
