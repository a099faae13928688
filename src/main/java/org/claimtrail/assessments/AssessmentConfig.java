package org.claimtrail.assessments;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How the desk works. */
@ConfigMapping(prefix = "claimtrail.assessments")
interface AssessmentConfig {

    /** Whether an approver must be no author. A desk of one may switch it off; the audit events then say so. */
    @WithDefault("true")
    boolean fourEyes();
}
