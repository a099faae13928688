package org.claimtrail.history;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A page of versions, as the API description names it. */
public record VersionPage(
        @JsonProperty(required = true) List<VersionEntry> items,

        @JsonProperty(required = true) @Schema(nullable = true) @Nullable
        String next) {}
