package org.claimtrail.exchange.imports;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A page of imports, as the API description names it. */
record ImportPage(
        @JsonProperty(required = true) List<ImportView> items,

        @JsonProperty(required = true) @Schema(nullable = true) @Nullable
        String next) {}
