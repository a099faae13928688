package org.claimtrail.sources;

import jakarta.enterprise.context.ApplicationScoped;
import org.claimtrail.history.SnapshotRepository;
import org.claimtrail.history.Visibility;

/** Sources. */
@ApplicationScoped
class SourceRepository extends SnapshotRepository<Source> {

    SourceRepository(Visibility visibility) {
        super(visibility);
    }
}
