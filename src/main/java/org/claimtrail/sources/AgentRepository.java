package org.claimtrail.sources;

import jakarta.enterprise.context.ApplicationScoped;
import org.claimtrail.history.SnapshotRepository;
import org.claimtrail.history.Visibility;

/** Agents. */
@ApplicationScoped
class AgentRepository extends SnapshotRepository<Agent> {

    AgentRepository(Visibility visibility) {
        super(visibility);
    }
}
