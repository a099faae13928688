package org.claimtrail.claims;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A page of claims, as the API description names it. */
record ClaimPage(
        @JsonProperty(required = true) List<ClaimSummary> items,

        @JsonProperty(required = true) @Schema(nullable = true) @Nullable
        String next) {}
