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
import org.claimtrail.history.Pages;
import org.claimtrail.history.RecordResource;
import org.claimtrail.history.Transfer;
import org.claimtrail.history.Version;
import org.claimtrail.history.kept.Keeping;
import org.claimtrail.shared.http.Idempotent;
import org.claimtrail.shared.http.Params;
import org.claimtrail.shared.http.Slice;
import org.claimtrail.shared.id.Kind;
import org.claimtrail.shared.id.TypeId;
import org.claimtrail.shared.json.ComposedJson;
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

/** Claims over HTTP. */
@Path("/v1/claims")
@Tag(name = "Claims")
public class ClaimResource extends RecordResource {

    private final Claims claims;
    private final ClaimLists lists;
    private final CurrentActor actor;
    private final ComposedJson json;
    private final Keeping keeping;

    ClaimResource(
            Claims claims,
            ClaimLists lists,
            CurrentActor actor,
            ComposedJson json,
            Keeping keeping,
            HistoryReads history) {
        super(Kind.CLAIM, history);
        this.claims = claims;
        this.lists = lists;
        this.actor = actor;
        this.json = json;
        this.keeping = keeping;
    }

    @GET
    @PermitAll
    @Operation(
            operationId = "listClaims",
            summary = "List and filter claims",
            description =
                    "Each with who claims it and what is published about it: a withdrawn verdict too, whose `state`"
                            + " says so. All filters given must hold.")
    @APIResponse(
            responseCode = "200",
            description = "A page of claims.",
            content = @Content(schema = @Schema(implementation = ClaimPage.class)))
    public Response list(@BeanParam ClaimQuery query, @Context UriInfo uri) {
        Slice<ClaimSummary> page = lists.list(query);
        byte[] body = json.bytes(page);
        if (query.list.knownAt() == null && query.holding() == null) {
            // An instant may be one that is still to come; without, nothing but these tells what is listed and how.
            keeping.page(body, Kind.CLAIM, Kind.ASSESSMENT, Kind.AGENT);
        }
        return Pages.answer(page, body, uri);
    }

    @POST
    @Idempotent
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Permission.WRITE)
    @Operation(
            operationId = "createClaim",
            summary = "Record a claim",
            description = "One checkable statement, who made it, and where it appeared.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = NewClaim.class),
                            examples = @ExampleObject(name = "claim", value = Examples.CLAIM)))
    @APIResponse(
            responseCode = "201",
            description = "The claim.",
            content = @Content(schema = @Schema(implementation = ClaimView.class)))
    public Response create(
            @QueryParam("desk")
                    @Parameter(description = "The desk it belongs to; needed only by who works on several.")
                    @Nullable
                    String desk,
            @NotNull @Valid NewClaim input) {
        Optional<TypeId> asked = Optional.ofNullable(desk).map(text -> Params.id(Kind.DESK, "desk", text));
        return answers().created(Answer.of(claims.create(actor.get(), asked, input)));
    }

    @GET
    @Path("/{id}")
    @PermitAll
    @Operation(
            operationId = "getClaim",
            summary = "Read a claim",
            description = "What stands now, or stood at an instant.")
    @APIResponse(
            responseCode = "200",
            description = "The claim.",
            content = @Content(schema = @Schema(implementation = ClaimView.class)))
    public Response get(
            @PathParam("id") String id, @QueryParam("knownAt") @Nullable String knownAt, @Context HttpHeaders headers) {
        return read(id, knownAt, headers);
    }

    @PUT
    @Path("/{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Permission.WRITE)
    @Operation(
            operationId = "editClaim",
            summary = "Record a new version of a claim",
            description = "The whole content again, with the reason of the change. Only open claims are edited.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = NewClaim.class),
                            examples = @ExampleObject(name = "claim", value = Examples.CLAIM_EDIT)))
    @APIResponse(
            responseCode = "200",
            description = "The new version.",
            content = @Content(schema = @Schema(implementation = ClaimView.class)))
    public Response edit(
            @PathParam("id") String id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid NewClaim input) {
        return changed(claims.edit(actor.get(), id(id), ifMatch, input));
    }

    @POST
    @Path("/{id}/merge")
    @Idempotent
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Permission.EDIT)
    @Operation(
            operationId = "mergeClaim",
            summary = "Merge a claim into another",
            description = "For the same claim recorded twice: this one points to the one that goes on.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = ClaimActs.Merge.class),
                            examples = @ExampleObject(name = "merge", value = Examples.MERGE)))
    @APIResponse(
            responseCode = "200",
            description = "The new version, with status merged.",
            content = @Content(schema = @Schema(implementation = ClaimView.class)))
    public Response merge(
            @PathParam("id") @Parameter(example = Examples.SPARE) String id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid ClaimActs.Merge act) {
        TypeId into = TypeId.parse(act.into());
        return changed(claims.merge(actor.get(), id(id), ifMatch, into, act.changeReason()));
    }

    @POST
    @Path("/{id}/withdraw")
    @Idempotent
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Permission.EDIT)
    @Operation(
            operationId = "withdrawClaim",
            summary = "Withdraw a claim",
            description = "For a claim that should not have been recorded. It stays readable, with status withdrawn.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = ClaimActs.Step.class),
                            examples = @ExampleObject(name = "withdraw", value = Examples.STEP)))
    @APIResponse(
            responseCode = "200",
            description = "The new version, with status withdrawn.",
            content = @Content(schema = @Schema(implementation = ClaimView.class)))
    public Response withdraw(
            @PathParam("id") @Parameter(example = Examples.SPARE) String id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid ClaimActs.Step act) {
        return changed(claims.withdraw(actor.get(), id(id), ifMatch, act.changeReason()));
    }

    @POST
    @Path("/{id}/reopen")
    @Idempotent
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Permission.EDIT)
    @Operation(
            operationId = "reopenClaim",
            summary = "Reopen a claim",
            description = "Opens a merged or withdrawn claim again.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = ClaimActs.Step.class),
                            examples = @ExampleObject(name = "reopen", value = Examples.STEP)))
    @APIResponse(
            responseCode = "200",
            description = "The new version, with status open.",
            content = @Content(schema = @Schema(implementation = ClaimView.class)))
    public Response reopen(
            @PathParam("id") @Parameter(example = Examples.SPARE) String id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid ClaimActs.Step act) {
        return changed(claims.reopen(actor.get(), id(id), ifMatch, act.changeReason()));
    }

    @POST
    @Path("/{id}/transfer")
    @Idempotent
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Permission.EDIT)
    @Operation(
            operationId = "transferClaim",
            summary = "Give a claim to another desk",
            description = "By an editor of the desk it belongs to. No version changes.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = Transfer.class),
                            examples = @ExampleObject(name = "transfer", value = Transfer.EXAMPLE)))
    @APIResponse(responseCode = "204", description = "Done.")
    public Response transfer(
            @PathParam("id") String id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid Transfer transfer) {
        return answers().stepped(claims.transfer(actor.get(), id(id), ifMatch, transfer));
    }

    private Response changed(Version version) {
        return answers().changed(Answer.of(version));
    }
}
