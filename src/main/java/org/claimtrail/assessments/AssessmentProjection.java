package org.claimtrail.assessments;

import jakarta.enterprise.context.ApplicationScoped;
import org.claimtrail.claims.Claims;
import org.claimtrail.history.Projection;
import org.claimtrail.shared.id.Kind;
import org.claimtrail.shared.id.TypeId;

/** The columns of assessments: their versions' states, and the verdicts that claims show. */
@ApplicationScoped
class AssessmentProjection implements Projection {

    private final AssessmentRepository assessments;
    private final AssessmentVersions versions;
    private final Claims claims;

    AssessmentProjection(AssessmentRepository assessments, AssessmentVersions versions, Claims claims) {
        this.assessments = assessments;
        this.versions = versions;
        this.claims = claims;
    }

    @Override
    public Kind kind() {
        return Kind.ASSESSMENT;
    }

    @Override
    public void erase(TypeId id) {
        claims.verdictErased(id);
        versions.erase(id);
        assessments.delete("id", id.toString());
    }
}
