package org.claimtrail.assessments;

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
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.claimtrail.access.CurrentActor;
import org.claimtrail.history.Answer;
import org.claimtrail.history.Answers;
import org.claimtrail.history.PageQuery;
import org.claimtrail.history.Pages;
import org.claimtrail.history.RecordPaths;
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

/** Comments on an assessment over HTTP: read and written. What stood before is {@link ReviewCommentHistoryResource}'s. */
@Path("/v1/assessments/{id}/comments")
@Tag(name = "Assessments")
@Produces(MediaType.APPLICATION_JSON)
public class ReviewCommentResource {

    private final ReviewComments comments;
    private final ReviewCommentReader reader;
    private final Answers answers;
    private final CurrentActor actor;

    ReviewCommentResource(ReviewComments comments, ReviewCommentReader reader, Answers answers, CurrentActor actor) {
        this.comments = comments;
        this.reader = reader;
        this.answers = answers;
        this.actor = actor;
    }

    @GET
    @RolesAllowed(Permission.READ_DRAFTS)
    @Operation(
            operationId = "listReviewComments",
            summary = "List comments on an assessment",
            description = "As they stand, oldest first. Never public: for those who see the assessment's drafts.")
    @APIResponse(
            responseCode = "200",
            description = "A page of comments.",
            content = @Content(schema = @Schema(implementation = ReviewCommentPage.class)))
    public Response list(@PathParam("id") String id, @BeanParam PageQuery query, @Context UriInfo uri) {
        return Pages.answer(comments.list(assessment(id), query), uri);
    }

    @POST
    @Idempotent
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Permission.WRITE)
    @Operation(
            operationId = "createReviewComment",
            summary = "Comment on an assessment",
            description =
                    "To those who work on it; readers never see it. It may speak of a version and of words in it, or"
                            + " answer another comment.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = NewReviewComment.class),
                            examples = @ExampleObject(name = "question", value = Examples.REVIEW_COMMENT)))
    @APIResponse(
            responseCode = "201",
            description = "The comment.",
            content = @Content(schema = @Schema(implementation = ReviewCommentView.class)))
    public Response create(@PathParam("id") String id, @NotNull @Valid NewReviewComment input) {
        TypeId assessment = assessment(id);
        return answers.created(answer(assessment, comments.write(actor.get(), assessment, input)));
    }

    @GET
    @Path("/{comment}")
    @RolesAllowed(Permission.READ_DRAFTS)
    @Operation(
            operationId = "getReviewComment",
            summary = "Read a comment",
            description = "As it stands. What it said before, its versions tell.")
    @APIResponse(
            responseCode = "200",
            description = "The comment.",
            content = @Content(schema = @Schema(implementation = ReviewCommentView.class)))
    public Response get(@PathParam("id") String id, @PathParam("comment") String comment) {
        return answers.current(reader.read(assessment(id), PathIds.parse(Kind.COMMENT, comment)));
    }

    @PUT
    @Path("/{comment}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Permission.WRITE)
    @Operation(
            operationId = "editReviewComment",
            summary = "Edit, resolve or reopen a comment",
            description = "The whole content again; it makes a further version. Only who wrote it changes its words;"
                    + " everybody who may write on the assessment resolves it (`resolved`) and reopens it.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = NewReviewComment.class),
                            examples = @ExampleObject(name = "resolved", value = Examples.RESOLVED_COMMENT)))
    @APIResponse(
            responseCode = "200",
            description = "The new version.",
            content = @Content(schema = @Schema(implementation = ReviewCommentView.class)))
    public Response edit(
            @PathParam("id") String id,
            @PathParam("comment") String comment,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid NewReviewComment input) {
        TypeId assessment = assessment(id);
        TypeId edited = PathIds.parse(Kind.COMMENT, comment);
        return answers.changed(answer(assessment, comments.edit(actor.get(), assessment, edited, ifMatch, input)));
    }

    private static Answer answer(TypeId assessment, Version version) {
        return Answer.at(RecordPaths.of(assessment, version.id()), version);
    }

    private static TypeId assessment(String text) {
        return PathIds.parse(Kind.ASSESSMENT, text);
    }
}
