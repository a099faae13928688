package org.claimtrail.access;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import org.claimtrail.history.Pages;
import org.claimtrail.history.RecordPaths;
import org.claimtrail.shared.http.Idempotent;
import org.claimtrail.shared.http.PageRequest;
import org.claimtrail.shared.http.PathIds;
import org.claimtrail.shared.id.Kind;
import org.claimtrail.shared.id.TypeId;
import org.claimtrail.shared.who.Permission;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Desks over HTTP: read by staff, kept by administrators. */
@Path("/v1/desks")
@Tag(name = "Desks")
@Produces(MediaType.APPLICATION_JSON)
public class DeskResource {

    private final Desks desks;
    private final CurrentActor actor;

    DeskResource(Desks desks, CurrentActor actor) {
        this.desks = desks;
        this.actor = actor;
    }

    @GET
    @RolesAllowed(Permission.READ_DRAFTS)
    @Operation(operationId = "listDesks", summary = "List desks", description = "Latest first, closed ones too.")
    @APIResponse(
            responseCode = "200",
            description = "A page of desks.",
            content = @Content(schema = @Schema(implementation = DeskPage.class)))
    public Response list(
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor,
            @Context UriInfo uri) {
        return Pages.answer(desks.list(PageRequest.of(limit, cursor)), uri);
    }

    @POST
    @Idempotent
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Permission.ADMINISTER)
    @Operation(
            operationId = "createDesk",
            summary = "Make a desk",
            description = "Its records are changed, and its drafts are seen, by its members alone.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = NewDesk.class),
                            examples = @ExampleObject(name = "desk", value = "{\"name\":\"Politics\"}")))
    @APIResponse(
            responseCode = "201",
            description = "The desk.",
            content = @Content(schema = @Schema(implementation = DeskView.class)))
    public Response create(@NotNull @Valid NewDesk input) {
        DeskView desk = desks.create(actor.get(), input);
        return Response.created(URI.create(RecordPaths.of(TypeId.parse(desk.id()))))
                .entity(desk)
                .build();
    }

    @GET
    @Path("/{id}")
    @RolesAllowed(Permission.READ_DRAFTS)
    @Operation(operationId = "getDesk", summary = "Read a desk", description = "Its name, and whether it is open.")
    @APIResponse(
            responseCode = "200",
            description = "The desk.",
            content = @Content(schema = @Schema(implementation = DeskView.class)))
    public DeskView get(@PathParam("id") String id) {
        return desks.read(PathIds.parse(Kind.DESK, id));
    }

    @POST
    @Path("/{id}/close")
    @Idempotent
    @RolesAllowed(Permission.ADMINISTER)
    @Operation(
            operationId = "closeDesk",
            summary = "Close a desk",
            description = "It takes no further records or members. What it has stays its members'.")
    @APIResponse(
            responseCode = "200",
            description = "The desk.",
            content = @Content(schema = @Schema(implementation = DeskView.class)))
    public Response close(@PathParam("id") String id) {
        return Response.ok(desks.close(actor.get(), PathIds.parse(Kind.DESK, id)))
                .build();
    }
}
