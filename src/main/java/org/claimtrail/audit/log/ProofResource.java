package org.claimtrail.audit.log;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.claimtrail.merkle.Consistency;
import org.claimtrail.merkle.Hash;
import org.claimtrail.shared.http.Problem;
import org.claimtrail.shared.http.ProblemType;
import org.claimtrail.shared.who.PublicRead;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** That something is in the log, and that the log only grew. */
@Path("/v1/audit")
@Tag(name = "Transparency log")
@PermitAll
public class ProofResource {

    /** Shortened where a path is long; real in form. */
    private static final String EXAMPLE =
            "c2sp.org/tlog-proof@v1\nindex 1\nqC6y9WXqcNa0j0CvQXzILI2p7c0CUX8Xj9oF4fx8/f0=\n\n"
                    + "localhost/v1/audit\n99\nJ+IjeQ3JvMRPSMJzH0/k+NaVlSvFZzHyKm/kG9eXg9c=\n\n\u2014 localhost/v1/audit"
                    + " pA2WA+VTOrYTyvxOGVoeJY+jI4hQQ+OvVW4txo7BNihWSpH9j76TVedT9yNSn8IlbPsiB9FzdT0SO5MqyNSc9gPtPQA=\n";

    private final LogReader log;
    private final PublicRead publicRead;
    private final Published published;

    ProofResource(LogReader log, Published published, PublicRead publicRead) {
        this.publicRead = publicRead;
        this.log = log;
        this.published = published;
    }

    @GET
    @Path("proofs/{index}")
    @Produces(MediaType.TEXT_PLAIN)
    @Operation(
            operationId = "getInclusionProof",
            summary = "Prove that an entry is in the log",
            description = "Inclusion proof with the checkpoint it leads to, always a published one (C2SP tlog-proof).")
    @APIResponse(
            responseCode = "200",
            description = "The proof, `c2sp.org/tlog-proof@v1`.",
            content =
                    @Content(
                            mediaType = MediaType.TEXT_PLAIN,
                            schema = @Schema(implementation = String.class),
                            examples = @ExampleObject(name = "text", value = EXAMPLE)))
    @APIResponse(responseCode = "404")
    public Response inclusion(
            @PathParam("index") @Parameter(description = "The entry's place, counted from 0.", example = "0")
                    String index) {
        String proof = log.proof(number(index))
                .orElseThrow(() -> Problem.of(
                        ProblemType.NOT_FOUND,
                        "No published checkpoint covers such an entry; the last one has " + published.size() + "."));
        return Response.ok(proof, CheckpointResource.TEXT)
                .header(HttpHeaders.CACHE_CONTROL, publicRead.caching("public, max-age=1"))
                .build();
    }

    @GET
    @Path("consistency")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "getConsistencyProof",
            summary = "Prove that the log only grew",
            description = "That the tree of size `to` begins with the tree of size `from` (RFC 6962 section 4.4).")
    @APIResponse(
            responseCode = "200",
            description = "The proof: hashes in base64, in the order of RFC 6962.",
            content = @Content(schema = @Schema(implementation = ConsistencyProof.class)))
    @APIResponse(responseCode = "404")
    public Response consistency(
            @QueryParam("from")
                    @Parameter(description = "Size of the earlier tree, 1 or more.", required = true, example = "1")
                    @Nullable
                    String from,
            @QueryParam("to")
                    @Parameter(
                            description = "Size of the later tree; without it that of the last checkpoint.",
                            example = "2")
                    @Nullable
                    String to) {
        if (from == null) {
            throw Problem.badParameter("from", "expected the size of the earlier tree.");
        }
        long later = to == null ? published.size() : number(to);
        Consistency proof = log.consistency(number(from), later)
                .orElseThrow(() -> Problem.of(
                        ProblemType.NOT_FOUND,
                        "Expected 0 < from <= to <= " + published.size() + ", the size of the last checkpoint."));
        String caching = to == null ? "public, no-cache" : "public, max-age=31536000, immutable";
        return Response.ok(ConsistencyProof.of(proof))
                .header(HttpHeaders.CACHE_CONTROL, publicRead.caching(caching))
                .build();
    }

    /** Canonical decimals only; anything else is no entry, as -1 is none. */
    private static long number(String text) {
        return text.matches("0|[1-9][0-9]{0,17}") ? Long.parseLong(text) : -1;
    }

    /**
     * A proof, as RFC 6962 section 4.4 writes it, with the sizes it is about.
     *
     * @param consistency hashes in base64
     */
    public record ConsistencyProof(long from, long to, List<String> consistency) {
        static ConsistencyProof of(Consistency proof) {
            return new ConsistencyProof(
                    proof.from(),
                    proof.to(),
                    proof.path().stream().map(Hash::base64).toList());
        }
    }
}
