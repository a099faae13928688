package org.claimtrail.claims;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Where a published verdict stands. */
public enum VerdictState {
    @JsonProperty("published")
    PUBLISHED,
    /** It should not have been published. */
    @JsonProperty("voided")
    VOIDED,
    /** Withdrawn by the desk. */
    @JsonProperty("retracted")
    RETRACTED;

    /** @param changeType of the version that readers see */
    static VerdictState of(String changeType) {
        return switch (changeType) {
            case "void" -> VOIDED;
            case "retraction" -> RETRACTED;
            default -> PUBLISHED;
        };
    }
}
