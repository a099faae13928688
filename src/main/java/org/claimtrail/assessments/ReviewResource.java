package org.claimtrail.assessments;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.claimtrail.history.PageQuery;
import org.claimtrail.history.Pages;
import org.claimtrail.shared.who.Permission;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What waits for the caller. */
@Path("/v1/reviews")
@Tag(name = "Assessments")
@Produces(MediaType.APPLICATION_JSON)
public class ReviewResource {

    private final Reviews reviews;

    ReviewResource(Reviews reviews) {
        this.reviews = reviews;
    }

    @GET
    @RolesAllowed(Permission.READ_DRAFTS)
    @Operation(
            operationId = "listReviews",
            summary = "List what waits for you",
            description =
                    "What is due first, then what waits longest. Editors: what others handed in, and what is approved but not"
                            + " published. Authors: what came back. Auditors: all that waits.")
    @APIResponse(
            responseCode = "200",
            description = "A page of what waits.",
            content = @Content(schema = @Schema(implementation = ReviewPage.class)))
    public Response list(@BeanParam ReviewFilter filter, @BeanParam PageQuery query, @Context UriInfo uri) {
        return Pages.answer(reviews.list(query, filter), uri);
    }
}
