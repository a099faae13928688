package org.claimtrail.access;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A page of members, as the API description names it. */
record MemberPage(
        @JsonProperty(required = true) List<MemberView> items,

        @JsonProperty(required = true) @Schema(nullable = true) @Nullable
        String next) {}
