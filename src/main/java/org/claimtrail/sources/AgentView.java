package org.claimtrail.sources;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An agent as the API description shows it; what is served are the stored bytes. */
@Schema(name = "Agent", description = "A person, an organisation or a program that says, reports or assesses.")
record AgentView(
        @JsonProperty(required = true) String id,
        @JsonProperty(required = true) int version,
        @JsonProperty(required = true) String recordedAt,
        @JsonProperty(required = true) AgentType type,
        @Nullable Boolean anonymous,
        @JsonProperty(required = true) String name,
        @Nullable String description,
        @Nullable String jobTitle,
        @Nullable String memberOf,
        @JsonProperty(required = true) List<String> sameAs,
        @Nullable String publishingPrinciples,
        @Nullable String correctionsPolicy,
        @Nullable String changeReason) {}
