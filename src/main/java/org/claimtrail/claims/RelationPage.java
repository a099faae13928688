package org.claimtrail.claims;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A page of relations, as the API description names it. */
record RelationPage(
        @JsonProperty(required = true) List<RelationView> items,

        @JsonProperty(required = true) @Schema(nullable = true) @Nullable
        String next) {}
