package org.claimtrail.exchange.imports;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
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
import org.claimtrail.access.CurrentActor;
import org.claimtrail.history.Pages;
import org.claimtrail.shared.http.Idempotent;
import org.claimtrail.shared.http.PageRequest;
import org.claimtrail.shared.http.PathIds;
import org.claimtrail.shared.id.Kind;
import org.claimtrail.shared.who.Permission;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Imports over HTTP: read by auditors, kept by administrators. */
@Path("/v1/imports")
@Tag(name = "Imports")
@Produces(MediaType.APPLICATION_JSON)
public class ImportResource {

    private final Imports imports;
    private final CurrentActor actor;

    ImportResource(Imports imports, CurrentActor actor) {
        this.imports = imports;
        this.actor = actor;
    }

    @GET
    @RolesAllowed(Permission.READ_KEYS)
    @Operation(operationId = "listImports", summary = "List imports", description = "Latest first.")
    @APIResponse(
            responseCode = "200",
            description = "A page of imports.",
            content = @Content(schema = @Schema(implementation = ImportPage.class)))
    public Response list(
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor,
            @Context UriInfo uri) {
        return Pages.answer(imports.list(PageRequest.of(limit, cursor)), uri);
    }

    @POST
    @Idempotent(required = true)
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Permission.ADMINISTER)
    @Operation(
            operationId = "startImport",
            summary = "Start an import",
            description =
                    "Brings nothing yet. The ids of its records will follow from its own id and from their names.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = NewImport.class),
                            examples =
                                    @ExampleObject(name = "archive", value = "{\"name\":\"Archive, 2019 to 2024\"}")))
    @APIResponse(
            responseCode = "201",
            description = "The import.",
            content = @Content(schema = @Schema(implementation = ImportView.class)))
    public Response start(@NotNull @Valid NewImport input) {
        ImportView started = imports.start(actor.get(), input);
        return Response.created(URI.create("/v1/imports/" + started.id()))
                .entity(started)
                .build();
    }

    @GET
    @Path("/{id}")
    @RolesAllowed(Permission.READ_KEYS)
    @Operation(
            operationId = "getImport",
            summary = "Read an import",
            description = "With the number of its records, which grows while a file is read.")
    @APIResponse(
            responseCode = "200",
            description = "The import.",
            content = @Content(schema = @Schema(implementation = ImportView.class)))
    public ImportView get(@PathParam("id") String id) {
        return imports.read(PathIds.parse(Kind.IMPORT, id));
    }
}
