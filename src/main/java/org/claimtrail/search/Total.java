package org.claimtrail.search;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How many claims were found.
 *
 * @param relation whether so many, or at least so many
 */
@Schema(
        name = "SearchTotal",
        description = "How many claims were found: exactly so many (`eq`), or at least so many (`gte`), which is not"
                + " counted further unless `facets` are asked for.")
public record Total(
        @JsonProperty(required = true) long value,
        @JsonProperty(required = true) Relation relation) {

    /** Whether it was counted to the end. */
    @Schema(name = "SearchTotalRelation")
    public enum Relation {
        @JsonProperty("eq")
        EQUAL,
        @JsonProperty("gte")
        AT_LEAST
    }
}
