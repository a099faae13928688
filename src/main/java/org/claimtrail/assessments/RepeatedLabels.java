package org.claimtrail.assessments;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.claimtrail.claims.Claims;
import org.claimtrail.history.Projection;
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
        for (AssessmentVersion row : labelled(labels)) {
            if (ratesOn(row, id)) {
                row.label = row.rating;
                claims.labelsErased(row.id(), labels);
            }
        }
    }

    /** Rows that show one of these labels, of this or of another scale: only the content names the scale. */
    private List<AssessmentVersion> labelled(Set<String> labels) {
        return labels.isEmpty() ? List.of() : versions.list("label in ?1", labels);
    }

    private boolean ratesOn(AssessmentVersion row, TypeId scale) {
        return reads.version(row.id(), row.version)
                .map(version -> StoredJson.read(version.content()).path("scale").asText())
                .filter(scale.toString()::equals)
                .isPresent();
    }
}
