package org.claimtrail.assessments;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.claimtrail.history.Listing;
import org.claimtrail.history.SnapshotId;
import org.claimtrail.history.Visibility;
import org.claimtrail.shared.id.TypeId;
import org.claimtrail.shared.time.SystemTime;
import org.jspecify.annotations.Nullable;

/** Versions of assessments on their way. */
@ApplicationScoped
class AssessmentVersions implements PanacheRepositoryBase<AssessmentVersion, SnapshotId> {

    /** Their names, since they are always the same. */
    private static final String CORRECTIONS =
            ChangeType.corrections().stream().map(ChangeType::name).collect(Collectors.joining(", "));

    private final Visibility visibility;

    AssessmentVersions(Visibility visibility) {
        this.visibility = visibility;
    }

    AssessmentVersion get(TypeId id, int version) {
        return findById(new SnapshotId(id.toString(), version));
    }

    /** Versions of assessments that are not withheld from the reader. One row more than the limit where there are more. */
    List<AssessmentVersion> list(Listing listing) {
        listing.narrowed(visibility.and("e.id"));
        return find(listing.query(), listing.parameters())
                .range(0, listing.limit())
                .list();
    }

    /** What waits, of assessments that are not withheld from the reader. */
    List<AssessmentVersion> list(ReviewQuery query, int limit) {
        query.narrowed(visibility.and("e.id"));
        return find(query.text(), query.parameters()).range(0, limit).list();
    }

    /** The versions that readers saw of a claim's assessments at an instant, null for now. */
    List<AssessmentVersion> standing(TypeId claim, @Nullable Instant knownAt) {
        String order = visibility.and("id") + " order by recordedAt, id";
        return knownAt == null
                ? list("claimId = ?1 and knownUntil = ?2" + order, claim.toString(), SystemTime.FOREVER)
                : list("claimId = ?1 and knownFrom <= ?2 and knownUntil > ?2" + order, claim.toString(), knownAt);
    }

    /** Published corrections of a claim's assessments by an instant; the latest first. */
    List<AssessmentVersion> corrections(TypeId claim, Instant by) {
        return list(
                "claimId = ?1 and changeType in (" + CORRECTIONS + ") and knownFrom <= ?2" + visibility.and("id")
                        + " order by knownFrom desc",
                claim.toString(),
                by);
    }

    /** What is published by itself, the next first. */
    List<AssessmentVersion> scheduled(int limit) {
        return find("publishAt is not null order by publishAt, id")
                .page(0, limit)
                .list();
    }

    /** Deletes every row of an assessment. */
    void erase(TypeId id) {
        delete("id", id.toString());
    }
}
