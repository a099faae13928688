package org.claimtrail.assessments;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.claimtrail.claims.ClaimSummary.AgentName;
import org.claimtrail.claims.ClaimSummary.RatingSummary;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One entry of the public corrections log.
 *
 * @param rating what the verdict is from now on, or was when it was withdrawn
 * @param previousRating the code that readers saw before
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Correction", description = "One entry of the public corrections log.")
record CorrectionEntry(
        @JsonProperty(required = true) String assessment,
        @JsonProperty(required = true) int version,
        @JsonProperty(required = true) String claim,
        @JsonProperty(required = true) String claimText,
        @JsonProperty(required = true) AgentName assessor,
        @JsonProperty(required = true) ChangeType changeType,
        @JsonProperty(required = true) String correctionNotice,
        @JsonProperty(required = true) String changeReason,
        @JsonProperty(required = true) RatingSummary rating,
        @Nullable String previousRating,
        @JsonProperty(required = true) String publishedAt,
        @JsonProperty(required = true) String url,
        @Nullable String previousUrl) {}
