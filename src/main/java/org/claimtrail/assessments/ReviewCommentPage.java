package org.claimtrail.assessments;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A page of comments, as the API description names it. */
record ReviewCommentPage(
        @JsonProperty(required = true) List<ReviewCommentView> items,

        @JsonProperty(required = true) @Schema(nullable = true) @Nullable
        String next) {}
