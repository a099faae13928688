package org.claimtrail.audit.log;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.claimtrail.shared.http.Problem;
import org.claimtrail.shared.http.ProblemType;
import org.claimtrail.shared.who.PublicRead;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What the log is. */
@Path("/v1/audit")
@Tag(name = "Transparency log")
@PermitAll
public class CheckpointResource {

    static final String TEXT = "text/plain;charset=utf-8";

    /** What it looks like. */
    private static final String EXAMPLE =
            "localhost/v1/audit\n99\nJ+IjeQ3JvMRPSMJzH0/k+NaVlSvFZzHyKm/kG9eXg9c=\n\n\u2014 localhost/v1/audit"
                    + " pA2WA+VTOrYTyvxOGVoeJY+jI4hQQ+OvVW4txo7BNihWSpH9j76TVedT9yNSn8IlbPsiB9FzdT0SO5MqyNSc9gPtPQA=\n";

    private final LogReader log;
    private final PublicRead publicRead;

    CheckpointResource(LogReader log, PublicRead publicRead) {
        this.publicRead = publicRead;
        this.log = log;
    }

    @GET
    @Path("checkpoint")
    @Produces(MediaType.TEXT_PLAIN)
    @Operation(
            operationId = "getCheckpoint",
            summary = "Get the log's checkpoint",
            description = "The newest published checkpoint: size and root of the tree, signed by the log and by the"
                    + " witnesses asked (C2SP tlog-checkpoint, a signed note).")
    @APIResponse(
            responseCode = "200",
            description = "The signed note.",
            content =
                    @Content(
                            mediaType = MediaType.TEXT_PLAIN,
                            schema = @Schema(implementation = String.class),
                            examples = @ExampleObject(name = "text", value = EXAMPLE)))
    @APIResponse(responseCode = "404")
    public Response checkpoint() {
        byte[] note = log.checkpoint()
                .orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND, "There is no checkpoint yet: the log is empty."));
        return Response.ok(note, TEXT)
                .header(HttpHeaders.CACHE_CONTROL, publicRead.caching("public, max-age=1"))
                .build();
    }
}
