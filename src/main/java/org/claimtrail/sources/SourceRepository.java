package org.claimtrail.sources;

import jakarta.enterprise.context.ApplicationScoped;
import org.claimtrail.history.SnapshotRepository;

/** Sources. */
@ApplicationScoped
class SourceRepository extends SnapshotRepository<Source> {}
