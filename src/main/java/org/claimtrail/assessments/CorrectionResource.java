package org.claimtrail.assessments;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Optional;
import org.claimtrail.history.ListQuery;
import org.claimtrail.history.Pages;
import org.claimtrail.shared.http.Params;
import org.claimtrail.shared.id.Kind;
import org.claimtrail.shared.id.TypeId;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The public corrections log. */
@Path("/v1/corrections")
@Tag(name = "Corrections")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
public class CorrectionResource {

    private final Corrections corrections;

    CorrectionResource(Corrections corrections) {
        this.corrections = corrections;
    }

    @GET
    @Operation(
            operationId = "listCorrections",
            summary = "Read the corrections log",
            description =
                    "Every published correction, void and retraction with its notice, latest first. Only erasure and"
                            + " withholding take something out of it.")
    @APIResponse(
            responseCode = "200",
            description = "A page of the log.",
            content = @Content(schema = @Schema(implementation = CorrectionPage.class)))
    public Response list(
            @BeanParam ListQuery query,
            @QueryParam("claim") @Parameter(description = "Only corrections about this claim.") @Nullable String claim,
            @QueryParam("assessor") @Parameter(description = "Only corrections of this agent.") @Nullable
                    String assessor,
            @Context UriInfo uri) {
        Optional<TypeId> about = Optional.ofNullable(claim).map(text -> Params.id(Kind.CLAIM, "claim", text));
        Optional<String> by = Optional.ofNullable(assessor)
                .map(text -> Params.id(Kind.AGENT, "assessor", text).toString());
        return Pages.answer(corrections.list(query, about, by), uri);
    }
}
