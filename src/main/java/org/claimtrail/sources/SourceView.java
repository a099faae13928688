package org.claimtrail.sources;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A source as the API description shows it; what is served are the stored bytes. */
@Schema(name = "Source", description = "A document, broadcast, post or data set.")
record SourceView(
        @JsonProperty(required = true) String id,
        @JsonProperty(required = true) int version,
        @JsonProperty(required = true) String recordedAt,
        @Nullable String url,
        @JsonProperty(required = true) String title,
        @Nullable String publisher,
        @JsonProperty(required = true) List<String> authors,
        @Nullable String datePublished,
        @Nullable String inLanguage,
        @JsonProperty(required = true) Medium medium,
        @Nullable String archivedUrl,
        @Nullable Capture capture,
        @Nullable String accessedAt,
        @Nullable String changeReason) {}
