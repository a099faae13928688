package org.claimtrail.search;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.claimtrail.audit.AuditHeaders;
import org.claimtrail.history.Pages;
import org.claimtrail.history.kept.Keeping;
import org.claimtrail.shared.http.Slice;
import org.claimtrail.shared.id.Kind;
import org.claimtrail.shared.json.ComposedJson;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Search over HTTP. */
@Path("/v1/search")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Search")
public class SearchResource {

    private final ClaimSearch search;
    private final ComposedJson json;
    private final Keeping keeping;

    SearchResource(ClaimSearch search, ComposedJson json, Keeping keeping) {
        this.search = search;
        this.json = json;
        this.keeping = keeping;
    }

    @GET
    @Path("/claims")
    @PermitAll
    @Operation(
            operationId = "searchClaims",
            summary = "Search claims",
            description =
                    "The best match first, of what everyone may see now, staff too; each as in the list of claims. For what was"
                            + " known at an earlier time, ask the list with `knownAt`. Pages go on by rank, which what changes in"
                            + " between may alter, and which two nodes may see differently: who needs each claim once goes by the"
                            + " list.")
    @APIResponse(
            responseCode = "200",
            description = "A page of claims.",
            content = @Content(schema = @Schema(implementation = SearchPage.class)))
    public Response claims(@BeanParam SearchQuery query, @Context UriInfo uri, @Context HttpHeaders headers) {
        Found found = search.find(query, headers.getHeaderString(AuditHeaders.EVENT) != null);
        byte[] body = json.bytes(found);
        keeping.page(body, Kind.CLAIM, Kind.ASSESSMENT, Kind.AGENT);
        return Pages.answer(new Slice<>(found.items(), found.next()), body, uri);
    }
}
