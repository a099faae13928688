package org.claimtrail.search;

import java.util.List;
import java.util.Map;
import org.claimtrail.shared.json.RawJson;
import org.jspecify.annotations.Nullable;

/**
 * A page of what was found.
 *
 * @param items claims, as they go out
 * @param until how many were shown with this page and those before
 * @param facets by their names; none where none were asked for
 */
record Found(List<RawJson> items, int until, Total total, Map<String, List<FacetCount>> facets) {

    /** The cursor of the next page; null on the last. */
    @Nullable
    String next() {
        return until < Math.min(ClaimSearch.DEEPEST, total.value()) ? SearchQuery.cursor(until) : null;
    }
}
