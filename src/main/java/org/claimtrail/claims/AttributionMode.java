package org.claimtrail.claims;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What one link of an attribution chain did with the claim. */
public enum AttributionMode {
    @JsonProperty("said")
    SAID,
    @JsonProperty("wrote")
    WROTE,
    @JsonProperty("quoted")
    QUOTED,
    @JsonProperty("paraphrased")
    PARAPHRASED,
    @JsonProperty("reported")
    REPORTED,
    @JsonProperty("translated")
    TRANSLATED,
    @JsonProperty("denied")
    DENIED,
    @JsonProperty("anonymous_source")
    ANONYMOUS_SOURCE
}
