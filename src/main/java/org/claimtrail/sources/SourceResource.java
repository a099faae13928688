package org.claimtrail.sources;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Optional;
import org.claimtrail.access.CurrentActor;
import org.claimtrail.history.Answer;
import org.claimtrail.history.HistoryReads;
import org.claimtrail.history.ListQuery;
import org.claimtrail.history.Pages;
import org.claimtrail.history.RecordResource;
import org.claimtrail.shared.http.Idempotent;
import org.claimtrail.shared.http.Params;
import org.claimtrail.shared.id.Kind;
import org.claimtrail.shared.who.Permission;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Sources over HTTP. */
@Path("/v1/sources")
@Tag(name = "Sources")
public class SourceResource extends RecordResource {

    private final Sources sources;
    private final CurrentActor actor;

    SourceResource(Sources sources, CurrentActor actor, HistoryReads history) {
        super(Kind.SOURCE, history);
        this.sources = sources;
        this.actor = actor;
    }

    @GET
    @PermitAll
    @Operation(
            operationId = "listSources",
            summary = "List sources",
            description = "Documents, broadcasts, posts and data sets.")
    @APIResponse(
            responseCode = "200",
            description = "A page of sources.",
            content = @Content(schema = @Schema(implementation = SourcePage.class)))
    public Response list(
            @BeanParam ListQuery query,
            @QueryParam("publisher") @Parameter(description = "Only sources of this publisher.") @Nullable
                    String publisher,
            @QueryParam("medium") @Parameter(description = "Only sources of this form.") @Nullable Medium medium,
            @QueryParam("language")
                    @Parameter(
                            description =
                                    "Only sources in this language; `en` finds `en-GB` too (RFC 4647, basic filtering).")
                    @Nullable
                    String language,
            @QueryParam("url") @Parameter(description = "Only sources with exactly this address.") @Nullable String url,
            @QueryParam("q")
                    @Parameter(description = "Words, ten at most, that stand in the title or the address.")
                    @Nullable
                    String q,
            @Context UriInfo uri) {
        SourceFilter filter = new SourceFilter(
                Optional.ofNullable(publisher).map(text -> Params.id(Kind.AGENT, "publisher", text)),
                Optional.ofNullable(medium),
                Optional.ofNullable(language),
                Optional.ofNullable(url),
                q);
        return Pages.answer(sources.list(query, filter), uri);
    }

    @POST
    @Idempotent
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Permission.WRITE)
    @Operation(
            operationId = "createSource",
            summary = "Record a source",
            description = "Where claims appear, or what evidence rests on.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = NewSource.class),
                            examples = @ExampleObject(name = "article", value = Examples.SOURCE)))
    @APIResponse(
            responseCode = "201",
            description = "The source.",
            content = @Content(schema = @Schema(implementation = SourceView.class)))
    public Response create(@NotNull @Valid NewSource input) {
        return answers().created(Answer.of(sources.create(actor.get(), input)));
    }

    @GET
    @Path("/{id}")
    @PermitAll
    @Operation(
            operationId = "getSource",
            summary = "Read a source",
            description = "What stands now, or stood at an instant.")
    @APIResponse(
            responseCode = "200",
            description = "The source.",
            content = @Content(schema = @Schema(implementation = SourceView.class)))
    public Response get(
            @PathParam("id") String id, @QueryParam("knownAt") @Nullable String knownAt, @Context HttpHeaders headers) {
        return read(id, knownAt, headers);
    }

    @PUT
    @Path("/{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Permission.WRITE)
    @Operation(
            operationId = "editSource",
            summary = "Record a new version of a source",
            description = "The whole content again, with the reason of the change.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = NewSource.class),
                            examples = @ExampleObject(name = "article", value = Examples.SOURCE_EDIT)))
    @APIResponse(
            responseCode = "200",
            description = "The new version.",
            content = @Content(schema = @Schema(implementation = SourceView.class)))
    public Response edit(
            @PathParam("id") String id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid NewSource input) {
        return answers().changed(Answer.of(sources.edit(actor.get(), id(id), ifMatch, input)));
    }
}
