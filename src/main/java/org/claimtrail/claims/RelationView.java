package org.claimtrail.claims;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A relation as the API description shows it; what is served are the stored bytes. */
@Schema(name = "Relation", description = "What one claim (`from`) is to another (`to`).")
record RelationView(
        @JsonProperty(required = true) String id,
        @JsonProperty(required = true) int version,
        @JsonProperty(required = true) String recordedAt,
        @JsonProperty(required = true) String from,
        @JsonProperty(required = true) RelationType type,
        @JsonProperty(required = true) String to,
        @JsonProperty(required = true) RelationState state,
        @Nullable Double score,
        @Nullable String suggestedBy,

        @Nullable @Schema(description = "The agent, or the pseudonym, of who confirmed it.")
        String confirmedBy,

        @Nullable String note,
        @Nullable String changeReason) {}
