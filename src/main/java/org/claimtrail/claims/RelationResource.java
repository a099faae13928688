package org.claimtrail.claims;

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

/** Relations over HTTP. */
@Path("/v1/relations")
@Tag(name = "Relations")
public class RelationResource extends RecordResource {

    private final Relations relations;
    private final CurrentActor actor;

    RelationResource(Relations relations, CurrentActor actor, HistoryReads history) {
        super(Kind.RELATION, history);
        this.relations = relations;
        this.actor = actor;
    }

    @GET
    @PermitAll
    @Operation(operationId = "listRelations", summary = "List relations", description = "Typed links between claims.")
    @APIResponse(
            responseCode = "200",
            description = "A page of relations.",
            content = @Content(schema = @Schema(implementation = RelationPage.class)))
    public Response list(
            @BeanParam ListQuery query,
            @QueryParam("claim") @Parameter(description = "Only relations from or to this claim.") @Nullable
                    String claim,
            @QueryParam("type") @Parameter(description = "Only relations of this type.") @Nullable RelationType type,
            @QueryParam("state") @Parameter(description = "Only relations in this state.") @Nullable
                    RelationState state,
            @Context UriInfo uri) {
        RelationFilter filter = new RelationFilter(
                Optional.ofNullable(claim).map(text -> Params.id(Kind.CLAIM, "claim", text)),
                Optional.ofNullable(type),
                Optional.ofNullable(state));
        return Pages.answer(relations.list(query, filter), uri);
    }

    @POST
    @Idempotent
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Permission.WRITE)
    @Operation(
            operationId = "createRelation",
            summary = "Record a relation",
            description = "A typed link from one claim to another.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = NewRelation.class),
                            examples = @ExampleObject(name = "contradiction", value = Examples.RELATION)))
    @APIResponse(
            responseCode = "201",
            description = "The relation.",
            content = @Content(schema = @Schema(implementation = RelationView.class)))
    public Response create(@NotNull @Valid NewRelation input) {
        return answers().created(Answer.of(relations.create(actor.get(), input)));
    }

    @GET
    @Path("/{id}")
    @PermitAll
    @Operation(
            operationId = "getRelation",
            summary = "Read a relation",
            description = "What stands now, or stood at an instant.")
    @APIResponse(
            responseCode = "200",
            description = "The relation.",
            content = @Content(schema = @Schema(implementation = RelationView.class)))
    public Response get(
            @PathParam("id") String id, @QueryParam("knownAt") @Nullable String knownAt, @Context HttpHeaders headers) {
        return read(id, knownAt, headers);
    }

    @PUT
    @Path("/{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Permission.WRITE)
    @Operation(
            operationId = "editRelation",
            summary = "Record a new version of a relation",
            description = "State, score and note may change, with a reason; what it relates may not.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = NewRelation.class),
                            examples = @ExampleObject(name = "contradiction", value = Examples.RELATION_EDIT)))
    @APIResponse(
            responseCode = "200",
            description = "The new version.",
            content = @Content(schema = @Schema(implementation = RelationView.class)))
    public Response edit(
            @PathParam("id") String id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid NewRelation input) {
        return answers().changed(Answer.of(relations.edit(actor.get(), id(id), ifMatch, input)));
    }
}
