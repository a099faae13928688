package org.claimtrail.audit.witness;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import org.claimtrail.merkle.NoteSigner;
import org.claimtrail.merkle.VerifierKey;
import org.claimtrail.shared.http.BodyLimit;
import org.claimtrail.shared.http.Problem;
import org.claimtrail.shared.http.ProblemType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/**
 * This service as a witness of other logs. Who asks is not known: the signature of the log is what counts. To ask again with
 * the same is harmless by the protocol itself, so there is no {@code Idempotency-Key}.
 */
@Path("/v1/audit/witness")
@Tag(name = "Transparency log")
@PermitAll
public class WitnessResource {

    private static final int BODY_BYTES = 64 * 1024;
    /** Exactly this, without a charset: logs compare it as it stands. */
    private static final String SIZE = "text/x.tlog.size";

    private final WitnessRole role;
    private final WitnessKey key;

    WitnessResource(WitnessRole role, WitnessKey key) {
        this.role = role;
        this.key = key;
    }

    @GET
    @Path("keys")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "listWitnessKeys",
            summary = "List the witness's public keys",
            description = "To check the cosignatures of this service on checkpoints of other logs (signature type 4 of"
                    + " C2SP tlog-cosignature). Empty while this service is no witness.")
    @APIResponse(
            responseCode = "200",
            description = "The keys.",
            content = @Content(schema = @Schema(implementation = WitnessKeyList.class), example = Examples.KEYS))
    public WitnessKeyList keys() {
        return new WitnessKeyList(key.signer()
                .map(NoteSigner::verifierKey)
                .map(VerifierKey::encode)
                .map(List::of)
                .orElse(List.of()));
    }

    @POST
    @Path("add-checkpoint")
    @Consumes(MediaType.WILDCARD)
    @Produces(MediaType.WILDCARD)
    @BodyLimit(BODY_BYTES)
    @Operation(
            operationId = "addCheckpoint",
            summary = "Have a checkpoint cosigned",
            description = "Cosigns the checkpoint of a log that this service follows, when it goes on from the one"
                    + " cosigned last (C2SP tlog-witness, add-checkpoint). 403: no key trusted for the log has signed it."
                    + " 404: the log is not followed, or this service is no witness. 422: the proof is wrong.")
    @RequestBody(
            required = true,
            description = "The size cosigned last, the consistency proof from there, and the checkpoint.",
            content =
                    @Content(
                            mediaType = MediaType.TEXT_PLAIN,
                            schema = @Schema(implementation = String.class),
                            examples = @ExampleObject(name = "first", value = Examples.FIRST_CHECKPOINT)))
    @APIResponse(
            responseCode = "200",
            description = "The cosignature, as a line of a signed note.",
            content =
                    @Content(
                            mediaType = MediaType.TEXT_PLAIN,
                            schema = @Schema(implementation = String.class),
                            example = Examples.COSIGNATURE))
    @APIResponse(responseCode = "404")
    @APIResponse(
            responseCode = "409",
            description = "Another size was cosigned last: this one.",
            content = @Content(mediaType = SIZE, schema = @Schema(implementation = String.class), example = "5\n"))
    public Response addCheckpoint(byte[] body) throws SQLException {
        Witness witness = role.get()
                .orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND, "This service is no witness of other logs."));
        Judgement judgement = witness.judge(body);
        if (judgement instanceof Judgement.Cosigned cosigned) {
            return answer(200, "text/plain;charset=utf-8", cosigned.signature().line());
        }
        if (judgement instanceof Judgement.OtherSize other) {
            return answer(409, SIZE, other.size() + "\n");
        }
        throw refusal(judgement);
    }

    private static Response answer(int status, String type, String text) {
        return Response.status(status)
                .entity(text.getBytes(StandardCharsets.UTF_8))
                .header(HttpHeaders.CONTENT_TYPE, type)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    private static Problem refusal(Judgement judgement) {
        if (judgement instanceof Judgement.Malformed malformed) {
            return Problem.of(ProblemType.BAD_PARAMETER, "The body cannot be read: " + malformed.why() + ".");
        }
        if (judgement instanceof Judgement.UnknownLog unknown) {
            return Problem.of(ProblemType.NOT_FOUND, "The log " + unknown.origin() + " is not followed here.");
        }
        if (judgement instanceof Judgement.Unsigned unsigned) {
            return Problem.of(
                    ProblemType.FORBIDDEN,
                    "No key trusted for " + unsigned.origin() + " has signed this, or a signature by one is wrong.");
        }
        if (judgement instanceof Judgement.Inconsistent inconsistent) {
            return Problem.of(
                    ProblemType.INVALID, "Not consistent with what was cosigned: " + inconsistent.why() + ".");
        }
        throw new IllegalStateException("no refusal: " + judgement);
    }
}
