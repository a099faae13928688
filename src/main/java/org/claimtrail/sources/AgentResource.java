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

/** Agents over HTTP. */
@Path("/v1/agents")
@Tag(name = "Agents")
public class AgentResource extends RecordResource {

    private final Agents agents;
    private final CurrentActor actor;

    AgentResource(Agents agents, CurrentActor actor, HistoryReads history) {
        super(Kind.AGENT, history);
        this.agents = agents;
        this.actor = actor;
    }

    @GET
    @PermitAll
    @Operation(operationId = "listAgents", summary = "List agents", description = "People, organisations and programs.")
    @APIResponse(
            responseCode = "200",
            description = "A page of agents.",
            content = @Content(schema = @Schema(implementation = AgentPage.class)))
    public Response list(
            @BeanParam ListQuery query,
            @QueryParam("type") @Parameter(description = "Only agents of this type.") @Nullable AgentType type,
            @QueryParam("q")
                    @Parameter(
                            description = "Words, ten at most, that stand in the name or the job title.",
                            example = "kim")
                    @Nullable
                    String q,
            @Context UriInfo uri) {
        return Pages.answer(agents.list(query, Optional.ofNullable(type), q), uri);
    }

    @POST
    @Idempotent
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Permission.WRITE)
    @Operation(
            operationId = "createAgent",
            summary = "Record an agent",
            description = "A person, an organisation or a program that says, reports or assesses.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = NewAgent.class),
                            examples = @ExampleObject(name = "person", value = Examples.AGENT)))
    @APIResponse(
            responseCode = "201",
            description = "The agent.",
            content = @Content(schema = @Schema(implementation = AgentView.class)))
    public Response create(@NotNull @Valid NewAgent input) {
        return answers().created(Answer.of(agents.create(actor.get(), input)));
    }

    @GET
    @Path("/{id}")
    @PermitAll
    @Operation(
            operationId = "getAgent",
            summary = "Read an agent",
            description = "What stands now, or stood at an instant.")
    @APIResponse(
            responseCode = "200",
            description = "The agent.",
            content = @Content(schema = @Schema(implementation = AgentView.class)))
    public Response get(
            @PathParam("id") String id, @QueryParam("knownAt") @Nullable String knownAt, @Context HttpHeaders headers) {
        return read(id, knownAt, headers);
    }

    @PUT
    @Path("/{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Permission.WRITE)
    @Operation(
            operationId = "editAgent",
            summary = "Record a new version of an agent",
            description = "The whole content again, with the reason of the change.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = NewAgent.class),
                            examples = @ExampleObject(name = "person", value = Examples.AGENT_EDIT)))
    @APIResponse(
            responseCode = "200",
            description = "The new version.",
            content = @Content(schema = @Schema(implementation = AgentView.class)))
    public Response edit(
            @PathParam("id") String id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid NewAgent input) {
        return answers().changed(Answer.of(agents.edit(actor.get(), id(id), ifMatch, input)));
    }
}
