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

/** What every list of records is asked with. */
public class ListQuery {

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

    @QueryParam("sort")
    @Parameter(description = "`recordedAt`, or `-recordedAt` for the latest first (the default).")
    @Nullable
    String sort;

    @QueryParam("updatedSince")
    @Parameter(description = "Only what changed at or after this instant (RFC 3339).", example = "2025-11-01T00:00:00Z")
    @Nullable
    String updatedSince;

    @QueryParam("knownAt")
    @Parameter(description = "The list as it stood at this instant (RFC 3339, system time).")
    @Nullable
    String knownAt;

    /** Lists of verdicts answer it. One of anything else that left it out without a word would look like its answer. */
    @QueryParam("asOf")
    @Parameter(hidden = true)
    @Nullable
    String asOf;

    /** For a list that is not asked for over HTTP. */
    public ListQuery() {}

    /**
     * The page that is asked for.
     *
     * @throws Problem 400 for a limit or a cursor that is none, and when it is asked for a day of the world
     */
    public PageRequest page() {
        if (asOf != null) {
            throw Problem.badParameter(
                    "asOf",
                    "expected no such parameter of this list: only verdicts are of days. Lists of claims and of"
                            + " assessments take it.");
        }
        return pageOfDay();
    }

    /**
     * The page of a list that answers for a day of the world.
     *
     * @throws Problem 400 for a limit or a cursor that is none
     */
    public PageRequest pageOfDay() {
        return PageRequest.of(limit, cursor);
    }

    public @Nullable String sort() {
        return sort;
    }

    public Optional<Instant> updatedSince() {
        return Optional.ofNullable(updatedSince).map(text -> Params.instant("updatedSince", text));
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
