package org.claimtrail.claims;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Through whom a claim got to its readers, and how many independent origins that leaves.
 *
 * @param outlets how many agents published it; not those who published only that somebody denies it
 * @param independentOrigins how many of them, or of those behind them, did not get it from someone else here
 */
@Schema(description = "Through whom a claim got to its readers, and how many independent origins that leaves.")
record Provenance(
        @JsonProperty(required = true) String claim,
        @JsonProperty(required = true) int version,
        @JsonProperty(required = true) Party claimant,
        @JsonProperty(required = true) int outlets,
        @JsonProperty(required = true) int independentOrigins,
        @JsonProperty(required = true) String summary,
        @JsonProperty(required = true) List<Origin> origins,
        @JsonProperty(required = true) List<Path> appearances) {

    /** An agent in the graph. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "ProvenanceParty", description = "An agent in the graph of attributions.")
    record Party(
            @JsonProperty(required = true) String id,
            @JsonProperty(required = true) String name,
            @Nullable Boolean anonymous) {}

    /**
     * Where the claim comes from as far as is recorded, and who has it from there.
     *
     * @param agents one, or several who only have it from each other
     * @param appearances indexes into the claim's appearances
     */
    @Schema(name = "ProvenanceOrigin", description = "Where the claim comes from, and who has it from there.")
    record Origin(
            @JsonProperty(required = true) List<Party> agents,
            @JsonProperty(required = true) List<Party> outlets,
            @JsonProperty(required = true) List<Integer> appearances) {}

    /** One appearance's way from origin to outlet. */
    @Schema(name = "ProvenancePath", description = "One appearance's way from its first agent to its outlet.")
    record Path(
            @JsonProperty(required = true) int appearance,
            @JsonProperty(required = true) SourceTitle source,
            @JsonProperty(required = true) List<Link> chain) {}

    /** A source by title. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "ProvenanceSource", description = "A source by title.")
    record SourceTitle(
            @JsonProperty(required = true) String id,
            @JsonProperty(required = true) String title,
            @Nullable String url) {}

    /** One link of a chain. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "ProvenanceLink", description = "One link of a chain.")
    record Link(
            @JsonProperty(required = true) Party agent,
            @JsonProperty(required = true) AttributionMode mode,
            @Nullable String note) {}
}
