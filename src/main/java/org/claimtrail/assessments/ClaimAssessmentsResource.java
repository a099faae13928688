package org.claimtrail.assessments;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
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
import java.util.Optional;
import org.claimtrail.access.CurrentActor;
import org.claimtrail.history.Answers;
import org.claimtrail.history.ListQuery;
import org.claimtrail.history.Pages;
import org.claimtrail.history.RecordReader;
import org.claimtrail.shared.http.Idempotent;
import org.claimtrail.shared.http.Params;
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

/** The assessments of one claim. */
@Path("/v1/claims/{id}/assessments")
@Tag(name = "Assessments")
@Produces(MediaType.APPLICATION_JSON)
public class ClaimAssessmentsResource {

    private final Assessments assessments;
    private final AssessmentReader reader;
    private final AssessmentLists lists;
    private final RecordReader records;
    private final Answers answers;
    private final CurrentActor actor;

    ClaimAssessmentsResource(
            Assessments assessments,
            AssessmentReader reader,
            AssessmentLists lists,
            RecordReader records,
            Answers answers,
            CurrentActor actor) {
        this.assessments = assessments;
        this.reader = reader;
        this.lists = lists;
        this.records = records;
        this.answers = answers;
        this.actor = actor;
    }

    @GET
    @PermitAll
    @Operation(
            operationId = "listClaimAssessments",
            summary = "List a claim's assessments",
            description = "One published version of each assessor's; staff see what is under way beside it.")
    @APIResponse(
            responseCode = "200",
            description = "A page of assessments.",
            content = @Content(schema = @Schema(implementation = AssessmentPage.class)))
    public Response list(
            @PathParam("id") String id,
            @BeanParam AssessmentFilter filter,
            @BeanParam ListQuery query,
            @Context UriInfo uri) {
        TypeId claim = PathIds.parse(Kind.CLAIM, id);
        records.read(claim, query.knownAt());
        return Pages.answer(lists.list(query, Optional.of(claim), filter), uri);
    }

    @POST
    @Idempotent
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Permission.WRITE)
    @Operation(
            operationId = "draftAssessment",
            summary = "Draft an assessment",
            description =
                    "The first version of one organisation's judgement of the claim. Submit, approve and publish it.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = NewAssessment.class),
                            examples = @ExampleObject(name = "draft", value = Examples.DRAFT)))
    @APIResponse(
            responseCode = "201",
            description = "The draft.",
            content = @Content(schema = @Schema(implementation = AssessmentView.class)))
    public Response draft(
            @PathParam("id") String id,
            @QueryParam("desk")
                    @Parameter(description = "The desk it belongs to; needed only by who works on several.")
                    @Nullable
                    String desk,
            @NotNull @Valid NewAssessment input) {
        Optional<TypeId> asked = Optional.ofNullable(desk).map(text -> Params.id(Kind.DESK, "desk", text));
        StoredVersion draft = assessments.draft(actor.get(), PathIds.parse(Kind.CLAIM, id), asked, input);
        return answers.created(reader.represent(draft));
    }
}
