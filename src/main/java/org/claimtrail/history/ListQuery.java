package org.claimtrail.history;

import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import org.claimtrail.shared.http.Params;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** What every list of records is asked with. */
public class ListQuery extends PageQuery {

    @QueryParam("sort")
    @Parameter(description = "`recordedAt`, or `-recordedAt` for the latest first (the default).")
    @Nullable
    String sort;

    @QueryParam("knownAt")
    @Parameter(description = "The list as it stood at this instant (RFC 3339, system time).")
    @Nullable
    String knownAt;

    /** For a list that is not asked for over HTTP. */
    public ListQuery() {}

    public @Nullable String sort() {
        return sort;
    }

    public @Nullable Instant knownAt() {
        return Params.knownAt(knownAt);
    }

    /** The listing of a kind of record by system time. */
    public Listing byRecordedAt(String entity) {
        return Listing.of(page(), Sort.byRecordedAt(entity, sort), knownAt())
                .where("e.knownFrom >= :since", "since", updatedSince());
    }
}
