package org.claimtrail.search;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import java.util.Map;
import org.claimtrail.shared.json.RawJson;
import org.jspecify.annotations.Nullable;

/**
 * A page of what was found, as it is answered: {@link SearchPage} with items that go out as they are.
 *
 * @param items claims, as they go out
 * @param next the cursor of the next page; null on the last
 * @param facets by their names; none where none were asked for
 */
@JsonPropertyOrder({"items", "next", "total", "facets"})
record Found(
        List<RawJson> items,
        @Nullable String next,
        Total total,

        @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, List<FacetCount>> facets) {}
