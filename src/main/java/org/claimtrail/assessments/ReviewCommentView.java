package org.claimtrail.assessments;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.claimtrail.sources.Quote;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A comment as the API description shows it; what is served are the stored bytes. */
@Schema(name = "ReviewComment", description = "What somebody says about an assessment, to those who work on it.")
record ReviewCommentView(
        @JsonProperty(required = true) String id,
        @JsonProperty(required = true) int version,
        @JsonProperty(required = true) String recordedAt,
        @JsonProperty(required = true) String assessment,

        @JsonProperty(required = true) @Schema(description = "A pseudonym.")
        String author,

        @JsonProperty(required = true) String text,
        @Nullable Integer assessmentVersion,
        @Nullable Quote quote,
        @Nullable String replyTo,
        @JsonProperty(required = true) boolean resolved,
        @Nullable String resolvedBy,
        @Nullable String resolvedAt) {}
