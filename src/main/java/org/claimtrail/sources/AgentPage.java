package org.claimtrail.sources;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A page of agents, as the API description names it. */
record AgentPage(
        @JsonProperty(required = true) List<AgentView> items,

        @JsonProperty(required = true) @Schema(nullable = true) @Nullable
        String next) {}
