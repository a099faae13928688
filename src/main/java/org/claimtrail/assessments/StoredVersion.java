package org.claimtrail.assessments;

import java.util.List;
import org.claimtrail.audit.ConfidentialPart;
import org.claimtrail.history.Version;

/**
 * A version of an assessment with all that it takes to show it to whoever may see it.
 *
 * @param state where it stands in the workflow
 * @param sealed what its evidence keeps confidential, in the order of the commitments
 */
public record StoredVersion(Version version, AssessmentVersion state, List<ConfidentialPart> sealed) {}
