package org.claimtrail.claims;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** Whether a person stands behind a relation. */
public enum RelationState {
    /** Proposed, usually by a program. */
    @JsonProperty("suggested")
    SUGGESTED,
    @JsonProperty("confirmed")
    CONFIRMED,
    @JsonProperty("rejected")
    REJECTED;

    String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
