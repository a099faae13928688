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

    /** Neither shown to readers nor replaced. */
    boolean isUnderWay() {
        return this == DRAFT || this == IN_REVIEW || this == APPROVED;
    }

    /** What is possible from here, in words. */
    String steps() {
        return switch (this) {
            case DRAFT -> "submit, or write a further draft";
            case IN_REVIEW -> "approve or return";
            case APPROVED -> "publish";
            case PUBLISHED -> "write a new draft, retract or void";
            case RETRACTED, VOIDED -> "write a new draft";
            case SUPERSEDED -> "nothing, a later version took its place";
        };
    }

    String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
