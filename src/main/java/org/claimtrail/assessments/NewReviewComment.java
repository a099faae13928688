package org.claimtrail.assessments;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertFalse;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import org.claimtrail.shared.id.Kind;
import org.claimtrail.shared.validation.IdOf;
import org.claimtrail.sources.Quote;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What somebody says about an assessment. Properties that the service writes are ignored, so that a comment read can be sent back. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonIgnoreProperties({"id", "version", "recordedAt", "assessment", "author", "resolvedBy", "resolvedAt"})
@Schema(description = "What somebody says about an assessment, to those who work on it.")
record NewReviewComment(
        @NotBlank @Size(max = 10000) @Schema(description = "Markdown.")
        String text,

        @Positive @Nullable @Schema(description = "The version of the assessment that it speaks of.")
        Integer assessmentVersion,

        @Valid @Nullable @Schema(description = "The words of the assessment that it speaks of.")
        Quote quote,

        @IdOf(Kind.COMMENT) @Nullable @Schema(description = "The comment of the same assessment that it answers.")
        String replyTo,

        @Nullable @Schema(description = "Whether the matter is settled; of a comment that answers none.")
        Boolean resolved) {

    NewReviewComment {
        resolved = Boolean.TRUE.equals(resolved);
    }

    @JsonIgnore
    @Schema(hidden = true)
    @AssertFalse(message = "expected the comment that began the matter to be resolved, not an answer to it")
    boolean isAnswerResolved() {
        return replyTo != null && Boolean.TRUE.equals(resolved);
    }
}
