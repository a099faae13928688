package org.claimtrail.assessments;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A rating scale as the API description shows it; what is served are the stored bytes. */
@Schema(name = "RatingScale", description = "The ratings an organisation uses, and what each means on the common axis.")
record ScaleView(
        @JsonProperty(required = true) String id,
        @JsonProperty(required = true) int version,
        @JsonProperty(required = true) String recordedAt,
        @JsonProperty(required = true) String owner,
        @JsonProperty(required = true) String name,
        @JsonProperty(required = true) List<Rating> ratings,
        @Nullable String changeReason) {}
