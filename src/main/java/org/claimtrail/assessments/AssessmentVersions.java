package org.claimtrail.assessments;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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

    /** A version of an assessment whose record is locked, so that it cannot be erased meanwhile. */
    AssessmentVersion get(TypeId id, int version) {
        return findById(new SnapshotId(id.toString(), version));
    }

    /** A version, if it is still there. */
    Optional<AssessmentVersion> find(TypeId id, int version) {
        return findByIdOptional(new SnapshotId(id.toString(), version));
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

    /** Versions that show one of these labels, of whatever scale. Their ids alone: there may be very many. */
    List<SnapshotId> labelled(Set<String> labels) {
        return labels.isEmpty()
                ? List.of()
                : getEntityManager()
                        .createQuery(
                                "select new org.claimtrail.history.SnapshotId(v.id, v.version) from AssessmentVersion v"
                                        + " where v.label in :labels",
                                SnapshotId.class)
                        .setParameter("labels", labels)
                        .getResultList();
    }

    /**
     * Puts the code of a rating in the place of its label. Nothing else of the row: steps that are taken on the assessment
     * meanwhile are not locked out, and must not be taken back.
     */
    void unlabel(SnapshotId version) {
        update("label = rating where id = ?1 and version = ?2", version.id(), version.version());
    }

    /** Deletes every row of an assessment. */
    void erase(TypeId id) {
        delete("id", id.toString());
    }
}
