package org.claimtrail.assessments;

import jakarta.enterprise.context.ApplicationScoped;
import org.claimtrail.history.SnapshotRepository;

/** Rating scales. */
@ApplicationScoped
class ScaleRepository extends SnapshotRepository<Scale> {}
