package org.claimtrail.access;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A page of desks, as the API description names it. */
record DeskPage(
        @JsonProperty(required = true) List<DeskView> items,

        @JsonProperty(required = true) @Schema(nullable = true) @Nullable
        String next) {}
