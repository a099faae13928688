package org.claimtrail.search;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import java.util.Map;
import org.claimtrail.claims.ClaimSummary;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A page of claims that were found, as the API description names it. */
@JsonPropertyOrder({"items", "next", "total", "facets"})
record SearchPage(
        @JsonProperty(required = true) List<ClaimSummary> items,

        @JsonProperty(required = true) @Schema(nullable = true) @Nullable
        String next,

        @JsonProperty(required = true) Total total,

        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(description = "Counts by what was asked for, the most frequent values first.")
        @Nullable
        Map<String, List<FacetCount>> facets) {}
