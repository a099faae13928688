package org.claimtrail.sources;

import jakarta.enterprise.context.ApplicationScoped;
import org.claimtrail.history.Projection;
import org.claimtrail.shared.id.Kind;
import org.claimtrail.shared.id.TypeId;

/** The columns of agents. */
@ApplicationScoped
class AgentProjection implements Projection {

    private final AgentRepository agents;

    AgentProjection(AgentRepository agents) {
        this.agents = agents;
    }

    @Override
    public Kind kind() {
        return Kind.AGENT;
    }

    @Override
    public void erase(TypeId id) {
        agents.erase(id);
    }
}
