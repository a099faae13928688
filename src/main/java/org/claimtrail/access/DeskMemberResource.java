package org.claimtrail.access;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.claimtrail.audit.AuditHeaders;
import org.claimtrail.history.Pages;
import org.claimtrail.shared.http.PageRequest;
import org.claimtrail.shared.http.PathIds;
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

/** The members of a desk over HTTP. */
@Path("/v1/desks/{id}/members")
@Tag(name = "Desks")
@Produces(MediaType.APPLICATION_JSON)
public class DeskMemberResource {

    private final DeskStaff staff;
    private final CurrentActor actor;

    DeskMemberResource(DeskStaff staff, CurrentActor actor) {
        this.staff = staff;
        this.actor = actor;
    }

    @GET
    @RolesAllowed(Permission.READ_DRAFTS)
    @Operation(
            operationId = "listDeskMembers",
            summary = "List a desk's members",
            description = "Who works on it, and as what.")
    @APIResponse(
            responseCode = "200",
            description = "A page of members.",
            content = @Content(schema = @Schema(implementation = MemberPage.class)))
    public Response list(
            @PathParam("id") String id,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor,
            @Context UriInfo uri) {
        return Pages.answer(staff.list(PathIds.parse(Kind.DESK, id), PageRequest.of(limit, cursor)), uri);
    }

    @PUT
    @Path("/{pseudonym}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Permission.ADMINISTER)
    @Operation(
            operationId = "putDeskMember",
            summary = "Take somebody onto a desk",
            description =
                    "Or give a member another role. It holds from the next request on, for all keys of the person.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = NewMembership.class),
                            examples = @ExampleObject(name = "editor", value = "{\"role\":\"editor\"}")))
    @APIResponse(
            responseCode = "200",
            description = "The member.",
            content = @Content(schema = @Schema(implementation = MemberView.class)))
    public Response put(
            @PathParam("id") String id,
            @PathParam("pseudonym") @Parameter(description = "The person: `actor` in their keys.") String pseudonym,
            @NotNull @Valid NewMembership input) {
        Logged<MemberView> member = staff.put(actor.get(), PathIds.parse(Kind.DESK, id), pseudonym, input.role());
        return member.on(Response.ok(member.view())).build();
    }

    @DELETE
    @Path("/{pseudonym}")
    @RolesAllowed(Permission.ADMINISTER)
    @Operation(
            operationId = "removeDeskMember",
            summary = "Take somebody off a desk",
            description = "What they wrote stays the desk's. It holds from the next request on.")
    @APIResponse(responseCode = "204", description = "Removed.")
    public Response remove(
            @PathParam("id") String id,
            @PathParam("pseudonym") @Parameter(description = "The person: `actor` in their keys.") String pseudonym) {
        TypeId event = staff.remove(actor.get(), PathIds.parse(Kind.DESK, id), pseudonym);
        return Response.noContent().header(AuditHeaders.EVENT, event).build();
    }
}
