package org.claimtrail.search;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How many of the claims that were found have a value.
 *
 * @param value as the parameter of the same name takes it
 * @param label of an agent, the name; null where the value says enough
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(
        description =
                "How many of the claims that were found have a value, which the parameter of the same name takes; with an"
                        + " agent's name as `label`.")
public record FacetCount(
        @JsonProperty(required = true) String value,
        @Nullable String label,
        @JsonProperty(required = true) int count) {}
