package org.claimtrail.claims;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import org.claimtrail.shared.http.Accepts;
import org.claimtrail.shared.http.Params;
import org.claimtrail.shared.http.PathIds;
import org.claimtrail.shared.id.Kind;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The attribution graph of a claim. */
@Path("/v1/claims/{id}/provenance")
@Tag(name = "Claims")
@PermitAll
public class ProvenanceResource {

    private static final String JSON_LD = "application/ld+json";

    private final ProvenanceReader provenance;

    ProvenanceResource(ProvenanceReader provenance) {
        this.provenance = provenance;
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, JSON_LD})
    @Operation(
            operationId = "getClaimProvenance",
            summary = "Trace a claim to its origins",
            description = "Through whom it got to its readers; outlets that lead back to one origin are collapsed and"
                    + " counted once. As JSON, or as PROV JSON-LD (`Accept: application/ld+json`).")
    @APIResponse(
            responseCode = "200",
            description = "The attribution graph.",
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = Provenance.class)),
                @Content(mediaType = JSON_LD, schema = @Schema(implementation = Object.class))
            })
    public Response get(
            @PathParam("id") String id,
            @QueryParam("knownAt") @Nullable String knownAt,
            @Context UriInfo uri,
            @Context HttpHeaders headers) {
        Instant at = Params.knownAt(knownAt);
        Provenance found = provenance.of(PathIds.parse(Kind.CLAIM, id), at);
        if (Accepts.rather(headers, JSON_LD)) {
            String base = uri.getBaseUri().toString().replaceAll("/+$", "");
            return Response.ok(ProvJsonLd.of(found, base), JSON_LD).build();
        }
        return Response.ok(found, MediaType.APPLICATION_JSON).build();
    }
}
