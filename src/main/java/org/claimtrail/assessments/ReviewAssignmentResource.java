package org.claimtrail.assessments;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.claimtrail.access.CurrentActor;
import org.claimtrail.audit.AuditHeaders;
import org.claimtrail.shared.http.PathIds;
import org.claimtrail.shared.id.Kind;
import org.claimtrail.shared.who.Permission;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Who is to review an assessment's version that is under way. The list of what waits shows it. */
@Path("/v1/assessments/{id}/review")
@Tag(name = "Assessments")
@Produces(MediaType.APPLICATION_JSON)
public class ReviewAssignmentResource {

    private final ReviewAssignments assignments;
    private final CurrentActor actor;

    ReviewAssignmentResource(ReviewAssignments assignments, CurrentActor actor) {
        this.assignments = assignments;
        this.actor = actor;
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Permission.WRITE)
    @Operation(
            operationId = "assignReview",
            summary = "Say who reviews a version, and until when",
            description = "By editors, and by authors of the version as a proposal. The reviewer is somebody who may"
                    + " approve it and wrote nothing of it. What is left out is nobody, or no day. No version changes.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = ReviewAssignment.class),
                            examples = @ExampleObject(name = "due", value = Examples.ASSIGNMENT)))
    @APIResponse(
            responseCode = "200",
            description = "What holds from now on.",
            content = @Content(schema = @Schema(implementation = ReviewAssignment.class)))
    public Response assign(
            @PathParam("id") String id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid ReviewAssignment wanted) {
        ReviewAssignments.Assigned done =
                assignments.assign(actor.get(), PathIds.parse(Kind.ASSESSMENT, id), ifMatch, wanted);
        return Response.ok(done.assignment(), MediaType.APPLICATION_JSON)
                .header(HttpHeaders.CACHE_CONTROL, "private, no-cache")
                .header(AuditHeaders.EVENT, done.event())
                .build();
    }
}
