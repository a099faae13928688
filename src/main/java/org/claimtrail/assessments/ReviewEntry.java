package org.claimtrail.assessments;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What waits for somebody.
 *
 * @param since when it began to wait
 * @param comment of the step that made it wait
 * @param assignee the pseudonym of who is to review it
 * @param comments how many were made on the assessment
 * @param unresolvedComments how many of them began a matter that is not resolved
 * @param publishAt when it is published by itself
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Review", description = "What waits for somebody, and for what.")
record ReviewEntry(
        @JsonProperty(required = true) AssessmentSummary assessment,
        @JsonProperty(required = true) String claimText,
        @JsonProperty(required = true) WaitsFor waitsFor,
        @JsonProperty(required = true) String since,
        @Nullable String comment,
        @Nullable String desk,
        @Nullable String assignee,
        @Nullable String assigneeName,
        @Nullable String due,
        @Nullable String publishAt,
        @JsonProperty(required = true) long comments,
        @JsonProperty(required = true) long unresolvedComments) {

    /** The step that is next. */
    enum WaitsFor {
        @JsonProperty("approval")
        APPROVAL,
        @JsonProperty("publication")
        PUBLICATION,
        @JsonProperty("rework")
        REWORK;

        static WaitsFor of(State state) {
            return switch (state) {
                case IN_REVIEW -> APPROVAL;
                case APPROVED -> PUBLICATION;
                default -> REWORK;
            };
        }
    }
}
