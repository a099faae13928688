package org.claimtrail.history;

import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.Optional;
import org.claimtrail.shared.http.PageRequest;
import org.claimtrail.shared.http.Params;
import org.claimtrail.shared.http.Problem;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** What a list is asked with that has one order only. */
public class PageQuery {

    @QueryParam("limit")
    @Parameter(
            description = "Items on a page, 1 to 200.",
            schema = @Schema(minimum = "1", maximum = "200", defaultValue = "20"))
    @Nullable
    Integer limit;

    @QueryParam("cursor")
    @Parameter(description = "Where the page begins: the `next` of the page before.")
    @Nullable
    String cursor;

    @QueryParam("updatedSince")
    @Parameter(description = "Only what changed at or after this instant (RFC 3339).", example = "2025-11-01T00:00:00Z")
    @Nullable
    String updatedSince;

    /** For a list that is not asked for over HTTP. */
    public PageQuery() {}

    /**
     * The page that is asked for.
     *
     * @throws Problem 400 for a limit or a cursor that is none
     */
    public PageRequest page() {
        return PageRequest.of(limit, cursor);
    }

    /**
     * Since when something has to have changed.
     *
     * @throws Problem 400 for what is no instant
     */
    public Optional<Instant> updatedSince() {
        return Optional.ofNullable(updatedSince).map(text -> Params.instant("updatedSince", text));
    }
}
