package org.claimtrail.assessments;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.LocalDate;
import org.claimtrail.history.kept.Keeping;
import org.claimtrail.shared.http.Params;
import org.claimtrail.shared.http.PathIds;
import org.claimtrail.shared.id.Kind;
import org.claimtrail.shared.json.ComposedJson;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Everything about one claim in one call. */
@Path("/v1/claims/{id}/dossier")
@Tag(name = "Claims")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
public class DossierResource {

    private final DossierReader dossiers;
    private final ComposedJson json;
    private final Keeping keeping;

    DossierResource(DossierReader dossiers, ComposedJson json, Keeping keeping) {
        this.dossiers = dossiers;
        this.json = json;
        this.keeping = keeping;
    }

    @GET
    @Operation(
            operationId = "getClaimDossier",
            summary = "Read everything about a claim",
            description = "The claim, who claims it, where it appeared, what is published about it, corrections and"
                    + " relations, and the claims that were merged into it. Of more than 200 relations confirmed ones come first,"
                    + " of more than 200 merged claims the latest; the lists have all. The same for every reader:"
                    + " drafts are not part of it.")
    @APIResponse(
            responseCode = "200",
            description = "The dossier.",
            content = @Content(schema = @Schema(implementation = Dossier.class)))
    public Response get(
            @PathParam("id") String id,
            @QueryParam("knownAt") @Nullable String knownAt,
            @QueryParam("asOf")
                    @Parameter(
                            description = "Verdicts that hold on this day (YYYY-MM-DD, world time).",
                            example = "2025-11-10")
                    @Nullable
                    String asOf) {
        Instant known = Params.knownAt(knownAt);
        LocalDate day = asOf == null ? null : Params.day("asOf", asOf);
        Dossier dossier = dossiers.of(PathIds.parse(Kind.CLAIM, id), known, day);
        byte[] body = json.bytes(dossier);
        if (known == null && day == null) {
            keeping.composition(body);
        }
        return Response.ok(body, MediaType.APPLICATION_JSON_TYPE.withCharset("UTF-8"))
                .build();
    }
}
