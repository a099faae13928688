package org.claimtrail.assessments;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.claimtrail.history.Listing;
import org.claimtrail.history.SnapshotId;
import org.claimtrail.shared.id.TypeId;

/** Versions of assessments on their way. */
@ApplicationScoped
class AssessmentVersions implements PanacheRepositoryBase<AssessmentVersion, SnapshotId> {

    AssessmentVersion get(TypeId id, int version) {
        return findById(new SnapshotId(id.toString(), version));
    }

    /** One row more than the limit where there are more. */
    List<AssessmentVersion> list(Listing listing) {
        return find(listing.query(), listing.parameters())
                .range(0, listing.limit())
                .list();
    }
}
