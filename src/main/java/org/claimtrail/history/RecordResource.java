package org.claimtrail.history;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.claimtrail.audit.AuditHeaders;
import org.claimtrail.shared.http.Idempotent;
import org.claimtrail.shared.id.Kind;
import org.claimtrail.shared.id.TypeId;
import org.claimtrail.shared.who.Permission;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.jspecify.annotations.Nullable;

/** What may be done to a record of every kind as a whole, with all its versions: withheld, released, erased. */
public abstract class RecordResource extends VersionedResource {

    /** Said again beside the roles, which the API description does not find on inherited operations. */
    private static final String KEY = "apiKey";

    private final HistoryReads history;

    protected RecordResource(Kind kind, HistoryReads history) {
        super(kind, history);
        this.history = history;
    }

    @POST
    @Path("/{id}/withhold")
    @Idempotent
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Permission.EDIT)
    @SecurityRequirement(name = KEY, scopes = Permission.EDIT)
    @Operation(
            summary = "Withhold a record",
            description =
                    "With all its versions, until it is released. Readers get 451 and are told the reason; it leaves"
                            + " lists and what is composed of records. Staff go on reading it; the header Withheld tells"
                            + " them.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = NewWithholding.class),
                            examples = @ExampleObject(name = "withhold", value = NewWithholding.EXAMPLE)))
    @APIResponse(
            responseCode = "200",
            description = "The latest version, unchanged.",
            content = @Content(schema = @Schema(implementation = Object.class)))
    public Response withhold(
            @PathParam("id") String id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid NewWithholding why) {
        return stepped(history.withholdings().withhold(history.actor(), id(id), ifMatch, why, this::tags));
    }

    @POST
    @Path("/{id}/release")
    @Idempotent
    @RolesAllowed(Permission.EDIT)
    @SecurityRequirement(name = KEY, scopes = Permission.EDIT)
    @Operation(
            summary = "Release a withheld record",
            description = "Readers find it as it was, byte for byte, under the same tags.")
    @APIResponse(
            responseCode = "200",
            description = "The latest version, unchanged.",
            content = @Content(schema = @Schema(implementation = Object.class)))
    public Response release(@PathParam("id") String id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        return stepped(history.withholdings().release(history.actor(), id(id), ifMatch, this::tags));
    }

    @POST
    @Path("/{id}/erase")
    @Idempotent
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Permission.ADMINISTER)
    @SecurityRequirement(name = KEY, scopes = Permission.ADMINISTER)
    @Operation(
            summary = "Erase a record for good",
            description =
                    "**There is no way back.** The content of all versions and events is destroyed, with the salts."
                            + " Events and their commitments stay, so that proofs still verify. Everyone gets 410 from then on, with"
                            + " date and basis. Other records that refer to it stay as they are.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = NewErasure.class),
                            examples = @ExampleObject(name = "erase", value = NewErasure.EXAMPLE)))
    @APIResponse(
            responseCode = "200",
            description = "All that is known of the record from now on.",
            content = @Content(schema = @Schema(implementation = ErasedRecord.class)))
    public Response erase(
            @PathParam("id") String id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid NewErasure why) {
        TypeId record = id(id);
        ErasedRecord erased = history.erasures().erase(history.actor(), record, ifMatch, why.basis(), this::tags);
        return Response.ok(erased, MediaType.APPLICATION_JSON)
                .header(AuditHeaders.EVENT, erased.event())
                .header(HttpHeaders.LINK, "<" + RecordPaths.audit(record) + ">; rel=\"audit\"")
                .build();
    }

    private Response stepped(Withholdings.Step step) {
        return answers().changed(represent(step.version()).after(step.event().toString()));
    }

    /** The entity tags under which a version can be read, by whoever may change the record. */
    protected List<String> tags(Version version) {
        return List.of(version.tag());
    }
}
