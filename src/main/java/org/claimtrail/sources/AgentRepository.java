package org.claimtrail.sources;

import jakarta.enterprise.context.ApplicationScoped;
import org.claimtrail.history.SnapshotRepository;

/** Agents. */
@ApplicationScoped
class AgentRepository extends SnapshotRepository<Agent> {}
