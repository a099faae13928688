package org.claimtrail.assessments;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.claimtrail.access.CurrentActor;
import org.claimtrail.audit.AuditHeaders;
import org.claimtrail.history.Answers;
import org.claimtrail.history.ErasedRecord;
import org.claimtrail.history.Erasures;
import org.claimtrail.history.NewErasure;
import org.claimtrail.history.PageQuery;
import org.claimtrail.history.Pages;
import org.claimtrail.history.VersionPage;
import org.claimtrail.shared.http.Idempotent;
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

/** What a comment said before, and its erasure. */
@Path("/v1/assessments/{id}/comments/{comment}")
@Tag(name = "Assessments")
@Produces(MediaType.APPLICATION_JSON)
public class ReviewCommentHistoryResource {

    private final ReviewComments comments;
    private final ReviewCommentReader reader;
    private final Erasures erasures;
    private final Answers answers;
    private final CurrentActor actor;

    ReviewCommentHistoryResource(
            ReviewComments comments,
            ReviewCommentReader reader,
            Erasures erasures,
            Answers answers,
            CurrentActor actor) {
        this.comments = comments;
        this.reader = reader;
        this.erasures = erasures;
        this.answers = answers;
        this.actor = actor;
    }

    @GET
    @Path("/versions")
    @RolesAllowed(Permission.READ_DRAFTS)
    @Operation(
            operationId = "listReviewCommentVersions",
            summary = "List versions of a comment",
            description = "All that it ever said, latest first; only erasure destroys it.")
    @APIResponse(
            responseCode = "200",
            description = "A page of versions.",
            content = @Content(schema = @Schema(implementation = VersionPage.class)))
    public Response versions(
            @PathParam("id") String id,
            @PathParam("comment") String comment,
            @BeanParam PageQuery query,
            @Context UriInfo uri) {
        return Pages.answer(reader.versions(assessment(id), comment(comment), query), uri);
    }

    @GET
    @Path("/versions/{n}")
    @RolesAllowed(Permission.READ_DRAFTS)
    @Operation(
            operationId = "getReviewCommentVersion",
            summary = "Read a version of a comment",
            description = "The bytes that were committed to the audit log, for ever the same.")
    @APIResponse(
            responseCode = "200",
            description = "The version.",
            content = @Content(schema = @Schema(implementation = ReviewCommentView.class)))
    public Response version(
            @PathParam("id") String id,
            @PathParam("comment") String comment,
            @PathParam("n") @Parameter(description = "The version's number, from 1.", example = "1") String n) {
        return answers.version(reader.version(assessment(id), comment(comment), n));
    }

    @POST
    @Path("/erase")
    @Idempotent
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Permission.ADMINISTER)
    @Operation(
            operationId = "eraseReviewComment",
            summary = "Erase a comment for good",
            description =
                    "**There is no way back.** What all its versions said is destroyed, with the salts; its events and"
                            + " their commitments stay. It leaves the list of comments. Erasing an assessment erases its comments"
                            + " too.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = NewErasure.class),
                            examples = @ExampleObject(name = "erase", value = NewErasure.EXAMPLE)))
    @APIResponse(
            responseCode = "200",
            description = "All that is known of the comment from now on.",
            content = @Content(schema = @Schema(implementation = ErasedRecord.class)))
    public Response erase(
            @PathParam("id") String id,
            @PathParam("comment") String comment,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid NewErasure why) {
        TypeId erased = comment(comment);
        comments.requireSeen(assessment(id), erased);
        ErasedRecord done = erasures.erase(
                actor.get().pseudonym(), erased, ifMatch, why.basis(), version -> List.of(version.tag()));
        return Response.ok(done, MediaType.APPLICATION_JSON)
                .header(AuditHeaders.EVENT, done.event())
                .build();
    }

    private static TypeId assessment(String text) {
        return PathIds.parse(Kind.ASSESSMENT, text);
    }

    private static TypeId comment(String text) {
        return PathIds.parse(Kind.COMMENT, text);
    }
}
