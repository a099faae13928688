package org.claimtrail.exchange.imports;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What became of the lines of a file; each that is not blank is recorded, known or refused. */
@Schema(name = "ImportReceived")
record Received(
        @JsonProperty(required = true) @Schema(description = "Lines with something in them.")
        long lines,

        @JsonProperty(required = true) @Schema(description = "Records that are new.")
        long recorded,

        @JsonProperty(required = true)
        @Schema(description = "Lines whose kind and name were there before, which changed nothing.")
        long known,

        @JsonProperty(required = true)
        @Schema(description = "Lines that were not recorded; mend them and send them again.")
        long refused,

        @JsonProperty(required = true) @Schema(description = "The first hundred of those, in their order.")
        List<Refusal> refusals) {}
