package org.claimtrail.assessments;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A page of what waits, as the API description names it. */
record ReviewPage(
        @JsonProperty(required = true) List<ReviewEntry> items,

        @JsonProperty(required = true) @Schema(nullable = true) @Nullable
        String next) {}
