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
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.claimtrail.access.CurrentActor;
import org.claimtrail.history.Answer;
import org.claimtrail.history.HistoryReads;
import org.claimtrail.history.ListQuery;
import org.claimtrail.history.Pages;
import org.claimtrail.history.RecordResource;
import org.claimtrail.history.Transfer;
import org.claimtrail.history.Version;
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

/** Assessments over HTTP: read and written. Their steps are {@link WorkflowResource}'s. */
@Path("/v1/assessments")
@Tag(name = "Assessments")
public class AssessmentResource extends RecordResource {

    static final String STATE = "Assessment-State";
    static final String PUBLISH_AT = "Publish-At";

    private final Assessments assessments;
    private final AssessmentReader reader;
    private final AssessmentLists lists;
    private final Handover handover;
    private final CurrentActor actor;

    AssessmentResource(
            Assessments assessments,
            AssessmentReader reader,
            AssessmentLists lists,
            Handover handover,
            CurrentActor actor,
            HistoryReads history) {
        super(Kind.ASSESSMENT, history);
        this.assessments = assessments;
        this.reader = reader;
        this.lists = lists;
        this.handover = handover;
        this.actor = actor;
    }

    @GET
    @PermitAll
    @Operation(
            operationId = "listAssessments",
            summary = "List assessments",
            description = "What is published; staff see what is under way beside it.")
    @APIResponse(
            responseCode = "200",
            description = "A page of assessments.",
            content = @Content(schema = @Schema(implementation = AssessmentPage.class)))
    public Response list(@BeanParam AssessmentFilter filter, @BeanParam ListQuery query, @Context UriInfo uri) {
        return Pages.answer(lists.list(query, Optional.empty(), filter), uri);
    }

    @GET
    @Path("/{id}")
    @PermitAll
    @Operation(
            operationId = "getAssessment",
            summary = "Read an assessment",
            description = "The public sees the published version; staff see the latest, whose state the header"
                    + " Assessment-State tells. Opening confidential evidence that somebody else sealed is an event; while"
                    + " the log cannot take it, such evidence stays withheld. With `knownAt`: what was published at that instant. With `asOf`: the"
                    + " published version whose verdict holds on that day of the world.")
    @APIResponse(
            responseCode = "200",
            description = "The assessment.",
            content = @Content(schema = @Schema(implementation = AssessmentView.class)))
    public Response get(
            @PathParam("id") String id,
            @QueryParam("knownAt") @Nullable String knownAt,
            @QueryParam("asOf")
                    @Parameter(description = "A day (YYYY-MM-DD, world time).", example = "2025-11-10")
                    @Nullable
                    String asOf,
            @Context HttpHeaders headers) {
        if (asOf == null) {
            return read(id, knownAt, headers);
        }
        Instant known = Params.knownAt(knownAt);
        LocalDate day = Params.day("asOf", asOf);
        return answers().memento(reader.represent(reader.read(id(id), known, day)));
    }

    @PUT
    @Path("/{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Permission.WRITE)
    @Operation(
            operationId = "editAssessment",
            summary = "Write a new draft version",
            description = "In place of a draft, or after what is published; then with `changeType` and `changeReason`."
                    + " Readers go on seeing what is published until the new version is published too.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = NewAssessment.class),
                            examples = @ExampleObject(name = "correction", value = Examples.CORRECTION)))
    @APIResponse(
            responseCode = "200",
            description = "The new draft.",
            content = @Content(schema = @Schema(implementation = AssessmentView.class)))
    public Response edit(
            @PathParam("id") String id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid NewAssessment input) {
        TypeId assessment = id(id);
        return answers().changed(reader.represent(assessments.edit(actor.get(), assessment, ifMatch, input)));
    }

    @POST
    @Path("/{id}/transfer")
    @Idempotent
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Permission.EDIT)
    @Operation(
            operationId = "transferAssessment",
            summary = "Give an assessment to another desk",
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
        return answers().stepped(handover.transfer(actor.get(), id(id), ifMatch, transfer));
    }

    @Override
    protected Answer represent(Version version) {
        return reader.represent(version);
    }

    @Override
    protected List<String> tags(Version version) {
        return reader.tags(version);
    }
}
