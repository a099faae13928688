package org.claimtrail.history;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.claimtrail.audit.EventFilter;
import org.claimtrail.audit.EventPage;
import org.claimtrail.audit.EventView;
import org.claimtrail.shared.http.PageRequest;
import org.claimtrail.shared.http.Params;
import org.claimtrail.shared.http.PathIds;
import org.claimtrail.shared.http.Problem;
import org.claimtrail.shared.http.Slice;
import org.claimtrail.shared.id.Kind;
import org.claimtrail.shared.id.TypeId;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/**
 * The routes that every kind of record has. The API description gives the inherited ones their operation ids by path,
 * since one annotation cannot name six operations.
 */
@Produces(MediaType.APPLICATION_JSON)
public abstract class VersionedResource {

    private static final Duration LAST_OF_SECOND = Duration.ofNanos(999_999_000);

    private final Kind kind;
    private final HistoryReads history;

    protected VersionedResource(Kind kind, HistoryReads history) {
        this.kind = kind;
        this.history = history;
    }

    @GET
    @Path("/{id}/versions")
    @PermitAll
    @Operation(
            summary = "List versions",
            description =
                    "Every version there is, latest first. A version never changes, and only erasure destroys it.")
    @APIResponse(
            responseCode = "200",
            description = "A page of versions.",
            content = @Content(schema = @Schema(implementation = VersionPage.class)))
    public Response versions(@PathParam("id") String id, @BeanParam PageQuery query, @Context UriInfo uri) {
        TypeId record = id(id);
        Slice<VersionEntry> page = history.reader().versions(record, RecordPaths.of(record), query);
        return Pages.answer(page, uri);
    }

    @GET
    @Path("/{id}/versions/{n}")
    @PermitAll
    @Operation(
            summary = "Read a version",
            description = "The bytes that were committed to the audit log, for ever the same.")
    @APIResponse(
            responseCode = "200",
            description = "The version.",
            content = @Content(schema = @Schema(implementation = Object.class)))
    public Response version(
            @PathParam("id") String id,
            @PathParam("n") @Parameter(description = "The version's number, from 1.", example = "1") String n) {
        return history.answers().version(represent(history.reader().version(id(id), n)));
    }

    @GET
    @Path("/{id}/diff")
    @PermitAll
    @Operation(
            summary = "Compare two versions",
            description = "A JSON Patch (RFC 6902) and, for texts, the change word by word.")
    @APIResponse(
            responseCode = "200",
            description = "What changed.",
            content = @Content(schema = @Schema(implementation = Difference.class)))
    public Difference diff(
            @PathParam("id") String id,
            @QueryParam("from")
                    @Parameter(description = "The earlier version's number.", required = true, example = "1")
                    @Nullable
                    Integer from,
            @QueryParam("to")
                    @Parameter(description = "The later version's number.", required = true, example = "1")
                    @Nullable
                    Integer to) {
        Version before = history.reader().version(id(id), required("from", from));
        Version after = history.reader().version(id(id), required("to", to));
        return Difference.between(before, after);
    }

    @GET
    @Path("/{id}/audit")
    @PermitAll
    @Operation(
            summary = "List the record's events",
            description =
                    "Who did what to this record, when, to which version; oldest first. Answered for withheld and erased"
                            + " records too: events hold nothing of the content.")
    @APIResponse(
            responseCode = "200",
            description = "A page of events. `next` is the value of `after` for the page behind it.",
            content = @Content(schema = @Schema(implementation = EventPage.class)))
    public Response audit(
            @PathParam("id") String id,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("after") @Nullable String after,
            @Context UriInfo uri) {
        history.reader().requireHeardOf(id(id));
        Optional<TypeId> behind = Optional.ofNullable(after).map(text -> Params.id(Kind.EVENT, "after", text));
        Slice<EventView> page = history.events()
                .list(
                        EventFilter.of(id(id), behind),
                        PageRequest.of(limit, null).limit());
        Response.ResponseBuilder answer = Response.ok(page);
        EventPage.link(page, uri).ifPresent(link -> answer.header(HttpHeaders.LINK, link));
        return answer.build();
    }

    /** The record for this reader: now, at {@code knownAt}, or at the instant of Accept-Datetime (RFC 7089). */
    protected Response read(String id, @Nullable String knownAt, HttpHeaders headers) {
        Instant at = at(knownAt, headers);
        Answer answer = represent(history.reader().read(id(id), at));
        return at == null
                ? history.answers().current(answer)
                : history.answers().memento(answer);
    }

    /** How a version looks to this reader; the committed bytes unless a kind of record shows some readers more. */
    protected Answer represent(Version version) {
        return Answer.of(version);
    }

    /** The id in the path; 404 when it is none of this kind. */
    protected TypeId id(String text) {
        return PathIds.parse(kind, text);
    }

    protected Answers answers() {
        return history.answers();
    }

    private static int required(String name, @Nullable Integer value) {
        if (value == null) {
            throw Problem.badParameter(name, "expected the number of a version.");
        }
        return value;
    }

    private static @Nullable Instant at(@Nullable String knownAt, HttpHeaders headers) {
        if (knownAt != null) {
            return Params.knownAt(knownAt);
        }
        String accept = headers.getHeaderString("Accept-Datetime");
        if (accept == null) {
            return null;
        }
        try {
            // A date has whole seconds: what stood at their end, or a Memento-Datetime sent back would miss its
            // memento.
            return DateTimeFormatter.RFC_1123_DATE_TIME
                    .parse(accept, Instant::from)
                    .plus(LAST_OF_SECOND);
        } catch (DateTimeException e) {
            throw Problem.badParameter("Accept-Datetime", "expected a date like Thu, 20 Nov 2025 08:00:00 GMT.");
        }
    }
}
