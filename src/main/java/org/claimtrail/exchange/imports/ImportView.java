package org.claimtrail.exchange.imports;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.claimtrail.shared.time.SystemTime;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An import.
 *
 * @param actor the pseudonym in the audit log of who started it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Import")
record ImportView(
        @JsonProperty(required = true) String id,
        @JsonProperty(required = true) String name,
        @Nullable String desk,
        @JsonProperty(required = true) String actor,
        @JsonProperty(required = true) String startedAt,

        @JsonProperty(required = true)
        @Schema(description = "How many records it has brought so far; it grows while a file is read.")
        long recorded) {

    static ImportView of(Import from) {
        return new ImportView(
                from.id, from.name, from.desk, from.actor, SystemTime.text(from.startedAt), from.recorded);
    }
}
