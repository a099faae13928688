package org.claimtrail.assessments;

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
import org.claimtrail.shared.id.TypeId;
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

/** Scales over HTTP. */
@Path("/v1/rating-scales")
@Tag(name = "Rating scales")
public class ScaleResource extends RecordResource {

    private final Scales scales;
    private final CurrentActor actor;

    ScaleResource(Scales scales, CurrentActor actor, HistoryReads history) {
        super(Kind.SCALE, history);
        this.scales = scales;
        this.actor = actor;
    }

    @GET
    @PermitAll
    @Operation(
            operationId = "listScales",
            summary = "List rating scales",
            description = "The ratings that organisations use, and what each means on the common axis.")
    @APIResponse(
            responseCode = "200",
            description = "A page of rating scales.",
            content = @Content(schema = @Schema(implementation = ScalePage.class)))
    public Response list(
            @BeanParam ListQuery query,
            @QueryParam("owner") @Parameter(description = "Only scales of this agent.") @Nullable String owner,
            @Context UriInfo uri) {
        Optional<TypeId> by = Optional.ofNullable(owner).map(text -> Params.id(Kind.AGENT, "owner", text));
        return Pages.answer(scales.list(query, by), uri);
    }

    @POST
    @Idempotent
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Permission.ADMINISTER)
    @Operation(
            operationId = "createScale",
            summary = "Record a rating scale",
            description = "The ratings an organisation uses, and what each means on the common axis.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = NewScale.class),
                            examples = @ExampleObject(name = "scale", value = Examples.SCALE)))
    @APIResponse(
            responseCode = "201",
            description = "The scale.",
            content = @Content(schema = @Schema(implementation = ScaleView.class)))
    public Response create(@NotNull @Valid NewScale input) {
        return answers().created(Answer.of(scales.create(actor.get(), input)));
    }

    @GET
    @Path("/{id}")
    @PermitAll
    @Operation(
            operationId = "getScale",
            summary = "Read a rating scale",
            description = "What stands now, or stood at an instant.")
    @APIResponse(
            responseCode = "200",
            description = "The scale.",
            content = @Content(schema = @Schema(implementation = ScaleView.class)))
    public Response get(
            @PathParam("id") String id, @QueryParam("knownAt") @Nullable String knownAt, @Context HttpHeaders headers) {
        return read(id, knownAt, headers);
    }

    @PUT
    @Path("/{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Permission.ADMINISTER)
    @Operation(
            operationId = "editScale",
            summary = "Record a new version of a rating scale",
            description =
                    "The whole content again, with the reason of the change. Assessments keep the version they pinned.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = NewScale.class),
                            examples = @ExampleObject(name = "scale", value = Examples.SCALE_EDIT)))
    @APIResponse(
            responseCode = "200",
            description = "The new version.",
            content = @Content(schema = @Schema(implementation = ScaleView.class)))
    public Response edit(
            @PathParam("id") String id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid NewScale input) {
        return answers().changed(Answer.of(scales.edit(actor.get(), id(id), ifMatch, input)));
    }
}
