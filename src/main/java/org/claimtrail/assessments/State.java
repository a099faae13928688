package org.claimtrail.assessments;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** Where a version of an assessment stands on its way. */
public enum State {
    @JsonProperty("draft")
    DRAFT,
    @JsonProperty("in_review")
    IN_REVIEW,
    @JsonProperty("approved")
    APPROVED,
    @JsonProperty("published")
    PUBLISHED,
    /** A later version took its place. */
    @JsonProperty("superseded")
    SUPERSEDED,
    @JsonProperty("retracted")
    RETRACTED,
    @JsonProperty("voided")
    VOIDED;

    String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
