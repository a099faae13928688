package org.claimtrail.assessments;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A page of rating scales, as the API description names it. */
record ScalePage(
        @JsonProperty(required = true) List<ScaleView> items,

        @JsonProperty(required = true) @Schema(nullable = true) @Nullable
        String next) {}
