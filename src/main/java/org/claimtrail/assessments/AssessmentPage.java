package org.claimtrail.assessments;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A page of assessments, as the API description names it. */
record AssessmentPage(
        @JsonProperty(required = true) List<AssessmentSummary> items,

        @JsonProperty(required = true) @Schema(nullable = true) @Nullable
        String next) {}
