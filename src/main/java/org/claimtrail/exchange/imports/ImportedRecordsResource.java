package org.claimtrail.exchange.imports;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import org.claimtrail.access.CurrentActor;
import org.claimtrail.audit.AuditHeaders;
import org.claimtrail.shared.http.BodyLimit;
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

/** What imports bring. To send it again changes nothing, so its POST has no need of an Idempotency-Key. */
@Path("/v1/imports/{id}/records")
@Tag(name = "Imports")
@Produces(MediaType.APPLICATION_JSON)
public class ImportedRecordsResource {

    private static final String LINES = "application/x-ndjson";
    private static final long LARGEST = 1024L * 1024 * 1024;

    private final Imports imports;
    private final CurrentActor actor;

    ImportedRecordsResource(Imports imports, CurrentActor actor) {
        this.imports = imports;
        this.actor = actor;
    }

    @POST
    @Consumes(LINES)
    @BodyLimit(value = LARGEST, streamed = true)
    @RolesAllowed(Permission.ADMINISTER)
    @Operation(
            operationId = "importRecords",
            summary = "Record many at once",
            description =
                    "Newline-delimited JSON, up to 1 GiB and an hour: a record on each line, of at most 1 MiB. In its"
                            + " content a text that is nothing but “@kind/name” refers to a record of an earlier line, or of an"
                            + " earlier file of the same import. Lines are read while they arrive and recorded some hundred at a"
                            + " time, which then stay. A line that cannot be recorded is told in the answer and keeps no other from"
                            + " being recorded, unless that refers to it. A line whose kind and name the import has already changes"
                            + " nothing: when a connection breaks, send the file again. Assessments are drafts, which somebody else"
                            + " reviews and publishes.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = LINES,
                            schema =
                                    @Schema(
                                            description = "A text of lines, each of them an ImportLine.",
                                            oneOf = {String.class, ImportLine.class}),
                            examples = @ExampleObject(name = "two lines", value = ImportExample.LINES)))
    @APIResponse(
            responseCode = "200",
            description = "What became of the lines.",
            content = @Content(schema = @Schema(implementation = Received.class)))
    public Response receive(@PathParam("id") String id, @NotNull InputStream file) throws IOException {
        Imports.Logged done = imports.receive(actor.get(), PathIds.parse(Kind.IMPORT, id), file);
        return Response.ok(done.received())
                .header(AuditHeaders.EVENT, done.event())
                .build();
    }
}
