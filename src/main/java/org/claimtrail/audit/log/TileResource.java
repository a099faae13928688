package org.claimtrail.audit.log;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Encoded;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.claimtrail.merkle.EntriesPath;
import org.claimtrail.merkle.TilePath;
import org.claimtrail.shared.http.Problem;
import org.claimtrail.shared.http.ProblemType;
import org.claimtrail.shared.who.PublicRead;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The tree and its entries as C2SP tlog-tiles lays them out. What is served once never changes. */
@Path("/v1/audit/tile")
@Tag(name = "Transparency log")
@PermitAll
public class TileResource {

    private static final String FOR_EVER = "public, max-age=31536000, immutable";

    private final LogReader log;
    private final PublicRead publicRead;

    TileResource(LogReader log, PublicRead publicRead) {
        this.publicRead = publicRead;
        this.log = log;
    }

    @GET
    @Path("{path: .+}")
    @Produces(MediaType.APPLICATION_OCTET_STREAM)
    @Operation(
            operationId = "getTile",
            summary = "Get a tile or an entry bundle",
            description = "`{level}/{n}` for hashes and `entries/{n}` for leaves, with `.p/{width}` behind it for a"
                    + " partial one; n in groups of three digits, all but the last with an `x` before it"
                    + " (C2SP tlog-tiles).")
    @APIResponse(
            responseCode = "200",
            description = "Up to 256 hashes of 32 bytes, or up to 256 leaves, each behind its length in two bytes.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_OCTET_STREAM,
                            schema = @Schema(type = SchemaType.STRING, format = "binary"),
                            examples = @ExampleObject(name = "tile", value = "32 bytes for each hash")))
    @APIResponse(responseCode = "404")
    public Response tile(
            @PathParam("path") @Encoded @Parameter(description = "The tile.", example = "0/000.p/1") String path) {
        Optional<byte[]> found = path.startsWith("entries/")
                ? EntriesPath.parse(path).flatMap(log::entries)
                : TilePath.parse(path).flatMap(log::tile);
        byte[] bytes = found.orElseThrow(() ->
                Problem.of(ProblemType.NOT_FOUND, "There is no such tile, or no published checkpoint covers it yet."));
        return Response.ok(bytes, MediaType.APPLICATION_OCTET_STREAM)
                .header(HttpHeaders.CACHE_CONTROL, publicRead.caching(FOR_EVER))
                .build();
    }
}
