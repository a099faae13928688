package org.claimtrail.audit;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Optional;
import org.claimtrail.shared.http.Accepts;
import org.claimtrail.shared.http.PageRequest;
import org.claimtrail.shared.http.Params;
import org.claimtrail.shared.http.Problem;
import org.claimtrail.shared.http.Slice;
import org.claimtrail.shared.id.Kind;
import org.claimtrail.shared.id.TypeId;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Who did what, when, to which version. */
@Path("/v1/audit/events")
@Tag(name = "Audit")
@PermitAll
public class EventResource {

    private static final String CSV = "text/csv";

    private final AuditEvents events;

    EventResource(AuditEvents events) {
        this.events = events;
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, CSV})
    @Operation(
            operationId = "listAuditEvents",
            summary = "List events",
            description = "Who did what, when, to which version; oldest first. Everyone sees the events of what is"
                    + " published, staff also those of drafts, auditors and administrators also those of keys, of opened"
                    + " evidence and of refused acts.")
    @APIResponse(
            responseCode = "200",
            description = "A page of events. `next` is the value of `after` for the page behind it.",
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = EventPage.class)),
                @Content(
                        mediaType = CSV,
                        schema = @Schema(implementation = String.class),
                        examples = @ExampleObject(name = "csv", value = EventPage.CSV_EXAMPLE))
            })
    public Response list(@BeanParam Filter filter, @Context UriInfo uri, @Context HttpHeaders headers) {
        int limit = PageRequest.of(filter.limit, null).limit();
        Slice<EventView> page = events.list(filter.read(), limit);
        boolean copy = Accepts.rather(headers, CSV);
        if (copy) {
            events.noteExport(CSV);
        }
        Response.ResponseBuilder answer = copy
                ? Response.ok(EventCsv.of(page.items()), CSV + ";charset=utf-8;header=present")
                : Response.ok(page, MediaType.APPLICATION_JSON);
        EventPage.link(page, uri).ifPresent(link -> answer.header(HttpHeaders.LINK, link));
        return answer.build();
    }

    /** The query, as it came. */
    public static class Filter {

        @QueryParam("subject")
        @Parameter(description = "Only events of this record or key.", example = "asmt_01k98n0b00e5ev27be852nn2n4")
        @Nullable
        String subject;

        @QueryParam("actor")
        @Parameter(description = "Only what this person did (a pseudonym, `a:…`).")
        @Nullable
        String actor;

        @QueryParam("type")
        @Parameter(description = "Only events of this type.", example = "assessment.published")
        @Nullable
        String type;

        @QueryParam("since")
        @Parameter(
                description =
                        "Only events at or after this instant (RFC 3339). Like `until`, it does not find an event whose id is"
                                + " of a time more than a day off: it was written after a clock was set back so far.")
        @Nullable
        String since;

        @QueryParam("until")
        @Parameter(description = "Only events before this instant (RFC 3339).")
        @Nullable
        String until;

        @QueryParam("after")
        @Parameter(description = "Only events behind this one: the `next` of the page before.")
        @Nullable
        String after;

        @QueryParam("limit")
        @Parameter(
                description = "Events on a page, 1 to 200.",
                schema = @Schema(minimum = "1", maximum = "200", defaultValue = "20"))
        @Nullable
        Integer limit;

        EventFilter read() {
            return new EventFilter(
                    Optional.ofNullable(subject).map(Filter::anyId),
                    Optional.ofNullable(actor),
                    Optional.ofNullable(type),
                    Optional.ofNullable(since).map(text -> Params.instant("since", text)),
                    Optional.ofNullable(until).map(text -> Params.instant("until", text)),
                    Optional.ofNullable(after).map(text -> Params.id(Kind.EVENT, "after", text)));
        }

        private static TypeId anyId(String text) {
            return TypeId.tryParse(text)
                    .orElseThrow(() -> Problem.badParameter("subject", "expected an id of this service."));
        }
    }
}
