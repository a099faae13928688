package org.claimtrail.assessments;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.claimtrail.claims.Claims;
import org.claimtrail.history.Projection;
import org.claimtrail.history.SnapshotId;
import org.claimtrail.history.VersionReads;
import org.claimtrail.shared.id.Kind;
import org.claimtrail.shared.id.TypeId;
import org.claimtrail.shared.json.StoredJson;

/**
 * Labels of a rating scale, as the rows of assessments that rate on it repeat them. When the scale is erased, the code of
 * the rating takes their place, which the assessments themselves say.
 */
@ApplicationScoped
class RepeatedLabels implements Projection {

    private final AssessmentVersions versions;
    private final Claims claims;
    private final VersionReads reads;

    RepeatedLabels(AssessmentVersions versions, Claims claims, VersionReads reads) {
        this.versions = versions;
        this.claims = claims;
        this.reads = reads;
    }

    @Override
    public Kind kind() {
        return Kind.SCALE;
    }

    @Override
    public void erase(TypeId id) {
        Set<String> labels = reads.all(id).stream()
                .map(version -> StoredJson.read(version.content(), NewScale.class))
                .flatMap(scale -> scale.ratings().stream())
                .map(Rating::plainLabel)
                .collect(Collectors.toSet());
        List<SnapshotId> rows = versions.labelled(labels).stream()
                .filter(row -> ratesOn(TypeId.parse(row.id()), row.version(), id))
                .sorted(Comparator.comparing(SnapshotId::id)
                        .thenComparingInt(SnapshotId::version)) // as who locks several must
                .toList(); // before any of them is locked
        for (SnapshotId row : rows) {
            versions.unlabel(row);
            claims.labelsErased(TypeId.parse(row.id()), labels);
        }
    }

    private boolean ratesOn(TypeId assessment, int n, TypeId scale) {
        return reads.version(assessment, n)
                .map(version -> StoredJson.read(version.content()).path("scale").asText())
                .filter(scale.toString()::equals)
                .isPresent();
    }
}
