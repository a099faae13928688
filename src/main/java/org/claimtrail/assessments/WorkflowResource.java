package org.claimtrail.assessments;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.claimtrail.access.CurrentActor;
import org.claimtrail.history.Answers;
import org.claimtrail.history.Version;
import org.claimtrail.shared.http.Idempotent;
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

/** The steps of an assessment. Each answers with the version and, in the header Assessment-State, where it stands now. */
@Path("/v1/assessments/{id}")
@Tag(name = "Assessments")
@Produces(MediaType.APPLICATION_JSON)
@APIResponse(
        responseCode = "200",
        description = "The version; the header Assessment-State tells where it stands now.",
        content = @Content(schema = @Schema(implementation = AssessmentView.class)))
public class WorkflowResource {

    private final Workflow workflow;
    private final Embargoes embargoes;
    private final Endings endings;
    private final AssessmentReader reader;
    private final Answers answers;
    private final CurrentActor actor;

    WorkflowResource(
            Workflow workflow,
            Embargoes embargoes,
            Endings endings,
            AssessmentReader reader,
            Answers answers,
            CurrentActor actor) {
        this.workflow = workflow;
        this.embargoes = embargoes;
        this.endings = endings;
        this.reader = reader;
        this.answers = answers;
        this.actor = actor;
    }

    @POST
    @Path("/submit")
    @Idempotent
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Permission.WRITE)
    @Operation(
            operationId = "submitAssessment",
            summary = "Submit a draft for review",
            description = "draft → in_review")
    @RequestBody(
            required = false,
            content =
                    @Content(
                            schema = @Schema(implementation = StepComments.Note.class),
                            examples = @ExampleObject(name = "comment", value = Examples.COMMENT)))
    public Response submit(
            @PathParam("id") String id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            Optional<StepComments.@Valid Note> body) {
        return answer(workflow.submit(actor.get(), id(id), ifMatch, comment(body)));
    }

    @POST
    @Path("/return")
    @Idempotent
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Permission.EDIT)
    @Operation(
            operationId = "returnAssessment",
            summary = "Return a draft to its author",
            description = "in_review → draft, with a comment")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = StepComments.Required.class),
                            examples = @ExampleObject(name = "comment", value = Examples.COMMENT)))
    public Response sendBack(
            @PathParam("id") String id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid StepComments.Required body) {
        return answer(workflow.sendBack(actor.get(), id(id), ifMatch, body.comment()));
    }

    @POST
    @Path("/approve")
    @Idempotent
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Permission.EDIT)
    @Operation(
            operationId = "approveAssessment",
            summary = "Approve a draft",
            description = "in_review → approved. Four eyes: nobody approves what they wrote on.")
    @RequestBody(
            required = false,
            content =
                    @Content(
                            schema = @Schema(implementation = StepComments.Note.class),
                            examples = @ExampleObject(name = "comment", value = Examples.COMMENT)))
    public Response approve(
            @PathParam("id") String id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            Optional<StepComments.@Valid Note> body) {
        return answer(workflow.approve(actor.get(), id(id), ifMatch, comment(body)));
    }

    @POST
    @Path("/publish")
    @Idempotent
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Permission.EDIT)
    @Operation(
            operationId = "publishAssessment",
            summary = "Publish an approved version, now or later",
            description =
                    "approved → published. Readers see it at once, in place of the one before, which stays listed. With"
                            + " `at` it stays approved until then and is published by itself, in your name; the header"
                            + " Publish-At tells staff. Send no body to publish now.")
    @RequestBody(
            required = false,
            content =
                    @Content(
                            schema = @Schema(implementation = Embargo.class),
                            examples = @ExampleObject(name = "embargo", value = Examples.EMBARGO)))
    public Response publish(
            @PathParam("id") String id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            Optional<@Valid Embargo> body) {
        return answer(
                body.isEmpty()
                        ? workflow.publish(actor.get(), id(id), ifMatch)
                        : embargoes.schedule(
                                actor.get(), id(id), ifMatch, body.get().at()));
    }

    @POST
    @Path("/unschedule")
    @Idempotent
    @RolesAllowed(Permission.EDIT)
    @Operation(
            operationId = "unscheduleAssessment",
            summary = "Take a scheduled publication back",
            description = "The version is approved, as before it was scheduled.")
    public Response unschedule(@PathParam("id") String id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        return answer(embargoes.unschedule(actor.get(), id(id), ifMatch));
    }

    @POST
    @Path("/retract")
    @Idempotent
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Permission.EDIT)
    @Operation(
            operationId = "retractAssessment",
            summary = "Retract a published verdict",
            description = "A new version with a notice, published at once, by somebody who did not write the verdict.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = Ending.class),
                            examples = @ExampleObject(name = "retraction", value = Examples.ENDING)))
    public Response retract(
            @PathParam("id") String id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid Ending body) {
        return answer(endings.end(actor.get(), id(id), ifMatch, ChangeType.RETRACTION, body));
    }

    @POST
    @Path("/void")
    @Idempotent
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Permission.EDIT)
    @Operation(
            operationId = "voidAssessment",
            summary = "Void a published verdict",
            description =
                    "For what should not have been published: a new version with a notice, the text stays below it.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = Ending.class),
                            examples = @ExampleObject(name = "void", value = Examples.ENDING)))
    public Response voidVerdict(
            @PathParam("id") String id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid Ending body) {
        return answer(endings.end(actor.get(), id(id), ifMatch, ChangeType.VOID, body));
    }

    private Response answer(Version version) {
        return answers.changed(reader.afterStep(version));
    }

    private static TypeId id(String text) {
        return PathIds.parse(Kind.ASSESSMENT, text);
    }

    private static @Nullable String comment(Optional<StepComments.Note> body) {
        return body.map(StepComments.Note::comment).orElse(null);
    }
}
