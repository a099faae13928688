package org.claimtrail.sources;

import jakarta.enterprise.context.ApplicationScoped;
import org.claimtrail.history.SnapshotRepository;
import org.claimtrail.history.Visibility;
import org.claimtrail.shared.id.Kind;

/** Sources. */
@ApplicationScoped
class SourceRepository extends SnapshotRepository<Source> {

    SourceRepository(Visibility visibility) {
        super(Kind.SOURCE, visibility);
    }
}
