package org.claimtrail.assessments;

import jakarta.enterprise.context.ApplicationScoped;
import org.claimtrail.history.SnapshotRepository;
import org.claimtrail.history.Visibility;
import org.claimtrail.shared.id.Kind;

/** Rating scales. */
@ApplicationScoped
class ScaleRepository extends SnapshotRepository<Scale> {

    ScaleRepository(Visibility visibility) {
        super(Kind.SCALE, visibility);
    }
}
