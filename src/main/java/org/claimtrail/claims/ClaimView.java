package org.claimtrail.claims;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A claim as the API description shows it; what is served are the stored bytes. */
@Schema(name = "Claim", description = "One checkable statement, who made it, and where it appeared.")
record ClaimView(
        @JsonProperty(required = true) String id,
        @JsonProperty(required = true) int version,
        @JsonProperty(required = true) String recordedAt,
        @JsonProperty(required = true) String text,
        @JsonProperty(required = true) String inLanguage,
        @JsonProperty(required = true) String claimant,
        @Nullable String statedOn,
        @JsonProperty(required = true) List<String> about,
        @Nullable String contentLocation,
        @Nullable String interpretation,
        @JsonProperty(required = true) List<Appearance> appearances,
        @JsonProperty(required = true) ClaimStatus status,

        @Nullable @Schema(description = "The claim that goes on in place of a merged one.")
        String mergedInto,

        @Nullable String changeReason) {}
