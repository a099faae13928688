package org.claimtrail.sources;

import jakarta.enterprise.context.ApplicationScoped;
import org.claimtrail.history.SnapshotRepository;
import org.claimtrail.history.Visibility;
import org.claimtrail.shared.id.Kind;

/** Agents. */
@ApplicationScoped
class AgentRepository extends SnapshotRepository<Agent> {

    AgentRepository(Visibility visibility) {
        super(Kind.AGENT, visibility);
    }
}
