package org.claimtrail.access;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.claimtrail.audit.log.LogKeyList;
import org.claimtrail.audit.log.LogKeyView;
import org.claimtrail.audit.log.LogKeys;
import org.claimtrail.shared.http.Idempotent;
import org.claimtrail.shared.http.PathIds;
import org.claimtrail.shared.id.Kind;
import org.claimtrail.shared.who.Permission;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The keys that sign the log, for everyone; their rotation, for administrators. */
@Path("/v1/audit/keys")
@Tag(name = "Transparency log")
@Produces(MediaType.APPLICATION_JSON)
public class LogKeyResource {

    private final LogKeys keys;
    private final LogKeyRotation rotation;
    private final CurrentActor actor;

    LogKeyResource(LogKeys keys, LogKeyRotation rotation, CurrentActor actor) {
        this.keys = keys;
        this.rotation = rotation;
        this.actor = actor;
    }

    @GET
    @PermitAll
    @Operation(
            operationId = "listLogKeys",
            summary = "List the log's public keys",
            description = "The keys that sign checkpoints, and those that did until they were retired, oldest first."
                    + " Keep a copy: a proof is worth as much as the key it is checked with.")
    @APIResponse(
            responseCode = "200",
            description = "The keys.",
            content = @Content(schema = @Schema(implementation = LogKeyList.class)))
    public LogKeyList list() {
        return new LogKeyList(keys.all());
    }

    @POST
    @Idempotent
    @RolesAllowed(Permission.ADMINISTER)
    @Operation(
            operationId = "rotateLogKey",
            summary = "Rotate the log's key",
            description = "Makes a key that signs checkpoints beside those that sign now, and logs it as `key.rotated`."
                    + " Publish its vkey, and retire the old key once everyone has the new one.")
    @APIResponse(
            responseCode = "201",
            description = "The new public key.",
            content = @Content(schema = @Schema(implementation = LogKeyView.class)))
    public Response rotate() {
        return Response.created(URI.create("/v1/audit/keys"))
                .entity(rotation.rotate(actor.get()))
                .build();
    }

    @DELETE
    @Path("{id}")
    @RolesAllowed(Permission.ADMINISTER)
    @Operation(
            operationId = "retireLogKey",
            summary = "Retire a key of the log",
            description = "It signs no more from now on, and stays in the list. The only key cannot be retired.")
    @APIResponse(
            responseCode = "200",
            description = "The key that was retired.",
            content = @Content(schema = @Schema(implementation = LogKeyView.class)))
    @APIResponse(responseCode = "404")
    @APIResponse(responseCode = "409")
    public LogKeyView retire(@PathParam("id") @Parameter(description = "The key, `key_…`.") String id) {
        return rotation.retire(actor.get(), PathIds.parse(Kind.KEY, id));
    }
}
