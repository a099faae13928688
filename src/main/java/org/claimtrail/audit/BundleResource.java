package org.claimtrail.audit;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.claimtrail.shared.http.PathIds;
import org.claimtrail.shared.id.Kind;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Proof of one event, to be taken away and checked elsewhere. */
@Path("/v1/audit/bundles")
@Tag(name = "Transparency log")
@PermitAll
public class BundleResource {

    private final Bundles bundles;

    BundleResource(Bundles bundles) {
        this.bundles = bundles;
    }

    @GET
    @Path("{event}")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "getBundle",
            summary = "Get the proof of an event",
            description =
                    "Content, salt, leaf, inclusion proof, checkpoint and public key in one file. Check it offline"
                            + " with `node verify.mjs bundle.json`, or with a verifier of your own (docs/verify.md).")
    @APIResponse(
            responseCode = "200",
            description = "The bundle.",
            content = @Content(schema = @Schema(implementation = Bundle.class)))
    @APIResponse(responseCode = "404")
    @APIResponse(responseCode = "451")
    public Response bundle(@PathParam("event") @Parameter(description = "The event.") String event) {
        return Response.ok(bundles.of(PathIds.parse(Kind.EVENT, event))).build();
    }
}
