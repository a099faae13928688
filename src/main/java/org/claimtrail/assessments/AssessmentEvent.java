package org.claimtrail.assessments;

import org.claimtrail.audit.Audience;
import org.claimtrail.audit.EventType;

/** What happens to assessments and rating scales. */
enum AssessmentEvent implements EventType {
    DRAFTED("assessment.drafted", Audience.STAFF),
    /** Confidential evidence, by somebody who did not seal it. */
    OPENED("evidence.opened", Audience.AUDITORS),
    EDITED("assessment.edited", Audience.STAFF),
    SUBMITTED("assessment.submitted", Audience.STAFF),
    RETURNED("assessment.returned", Audience.STAFF),
    APPROVED("assessment.approved", Audience.STAFF),
    SCHEDULED("assessment.scheduled", Audience.STAFF),
    UNSCHEDULED("assessment.unscheduled", Audience.STAFF),
    REVIEW_ASSIGNED("assessment.review_assigned", Audience.STAFF),
    PUBLISHED("assessment.published", Audience.PUBLIC),
    RETRACTED("assessment.retracted", Audience.PUBLIC),
    VOIDED("assessment.voided", Audience.PUBLIC),
    SCALE_CREATED("scale.created", Audience.PUBLIC),
    SCALE_EDITED("scale.edited", Audience.PUBLIC);

    private final String type;
    private final Audience audience;

    AssessmentEvent(String type, Audience audience) {
        this.type = type;
        this.audience = audience;
    }

    @Override
    public String type() {
        return type;
    }

    @Override
    public Audience audience() {
        return audience;
    }
}
