package org.claimtrail.access;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import org.claimtrail.audit.AuditHeaders;
import org.claimtrail.history.Pages;
import org.claimtrail.history.RecordPaths;
import org.claimtrail.shared.http.Idempotent;
import org.claimtrail.shared.http.PageRequest;
import org.claimtrail.shared.http.PathIds;
import org.claimtrail.shared.http.Slice;
import org.claimtrail.shared.id.Kind;
import org.claimtrail.shared.id.TypeId;
import org.claimtrail.shared.who.Permission;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** API keys, for administrators. */
@Path("/v1/keys")
@Tag(name = "Keys")
@Produces(MediaType.APPLICATION_JSON)
public class KeyResource {

    private final Keys keys;
    private final CurrentActor actor;

    KeyResource(Keys keys, CurrentActor actor) {
        this.keys = keys;
        this.actor = actor;
    }

    @GET
    @RolesAllowed(Permission.READ_KEYS)
    @Operation(operationId = "listKeys", summary = "List keys", description = "Latest first, revoked ones too.")
    @APIResponse(
            responseCode = "200",
            description = "A page of keys, without their credentials.",
            content = @Content(schema = @Schema(implementation = KeyPage.class)))
    public Response list(
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor,
            @Context UriInfo uri) {
        Slice<KeyView> page = keys.list(PageRequest.of(limit, cursor));
        return Pages.answer(page, uri);
    }

    @POST
    @Idempotent
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Permission.ADMINISTER)
    @Operation(
            operationId = "createKey",
            summary = "Make a key",
            description = "The credential stands in this answer and nowhere else: hand it over and keep no copy. It may"
                    + " expire, be narrower than its role, and be bound to addresses.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = NewKey.class),
                            examples = {
                                @ExampleObject(
                                        name = "editor",
                                        value =
                                                "{\"holder\":\"Aya Sato\",\"role\":\"editor\",\"note\":\"politics desk\"}"),
                                @ExampleObject(
                                        name = "program",
                                        value =
                                                "{\"holder\":\"Nightly export\",\"role\":\"auditor\",\"scopes\":[\"read-drafts\"],"
                                                        + "\"allowedAddresses\":[\"192.0.2.0/24\",\"2001:db8::/32\"],"
                                                        + "\"expiresAt\":\"2099-01-01T00:00:00Z\",\"rateLimit\":60}")
                            }))
    @APIResponse(
            responseCode = "201",
            description = "The key, with its credential.",
            content = @Content(schema = @Schema(implementation = KeyView.class)))
    public Response create(@NotNull @Valid NewKey input) {
        KeyView key = keys.create(actor.get(), input);
        return Response.created(URI.create(RecordPaths.of(TypeId.parse(key.id()))))
                .entity(key)
                .build();
    }

    @GET
    @Path("/{id}")
    @RolesAllowed(Permission.READ_KEYS)
    @Operation(operationId = "getKey", summary = "Read a key", description = "Without its credential.")
    @APIResponse(
            responseCode = "200",
            description = "The key.",
            content = @Content(schema = @Schema(implementation = KeyView.class)))
    public KeyView get(@PathParam("id") String id) {
        return keys.read(PathIds.parse(Kind.KEY, id));
    }

    @POST
    @Path("/{id}/rotate")
    @Idempotent
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Permission.ADMINISTER)
    @Operation(
            operationId = "rotateKey",
            summary = "Give a key a new secret",
            description =
                    "The answer has the new credential, and nothing else ever has. The key stays the same key. Its"
                            + " old secret goes on working for the overlap; one before that ends at once.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = NewSecret.class),
                            examples = @ExampleObject(name = "an hour", value = "{\"overlap\":\"PT1H\"}")))
    @APIResponse(
            responseCode = "200",
            description = "The key, with its new credential.",
            content = @Content(schema = @Schema(implementation = KeyView.class)))
    public Response rotate(@PathParam("id") String id, @NotNull @Valid NewSecret input) {
        Logged<KeyView> rotated = keys.rotate(actor.get(), PathIds.parse(Kind.KEY, id), input);
        return rotated.on(Response.ok(rotated.view())).build();
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed(Permission.ADMINISTER)
    @Operation(
            operationId = "revokeKey",
            summary = "Revoke a key",
            description = "It opens nothing from now on. The last administrator's key cannot be revoked.")
    @APIResponse(responseCode = "204", description = "Revoked.")
    public Response revoke(@PathParam("id") String id) {
        Response.ResponseBuilder answer = Response.noContent();
        keys.revoke(actor.get(), PathIds.parse(Kind.KEY, id))
                .ifPresent(event -> answer.header(AuditHeaders.EVENT, event));
        return answer.build();
    }
}
