package org.claimtrail.assessments;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.Pattern;
import org.claimtrail.shared.validation.Timestamp;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Who is to review a version, and until when: the whole of it, so that what is left out is nobody and no day.
 *
 * @param assignee a pseudonym
 * @param due RFC 3339
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "ReviewAssignment", description = "Who is to review the version, and until when.")
record ReviewAssignment(
        @Nullable
        @Pattern(regexp = "a:[A-Za-z0-9_-]{1,38}")
        @Schema(description = "The pseudonym of somebody who may approve it.")
        String assignee,

        @Nullable @Timestamp @Schema(description = "RFC 3339.")
        String due) {}
