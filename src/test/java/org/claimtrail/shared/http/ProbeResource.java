package org.claimtrail.shared.http;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.claimtrail.shared.id.Kind;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.hibernate.exception.JDBCConnectionException;
import org.jboss.logging.MDC;
import org.jspecify.annotations.Nullable;

/** One method for each thing that can go right or wrong. */
@Path("/v1/probe")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class ProbeResource {

    public static final AtomicInteger ACTS = new AtomicInteger();

    public record Part(@NotBlank String exact) {}

    public record Note(
            @NotBlank String text,
            @Max(9) int count,
            List<@Valid Part> parts,
            List<@NotBlank String> tags,
            Map<@Size(max = 3) String, @NotBlank String> label,
            Map<String, @Valid Part> named) {}

    /** Fails while it is written, when the status is already chosen. */
    public record Unwritable(String value) {

        @Override
        public String value() {
            throw new IllegalStateException("secret detail");
        }
    }

    /** Parameters that come as a bean. */
    public static class Filter {

        @QueryParam("count")
        @Nullable
        Integer count;

        @QueryParam("day")
        @Nullable
        Day day;
    }

    /** Called in a query what it is called in a body. */
    public enum Day {
        @JsonProperty("tuesday")
        TUESDAY
    }

    private final EntityManager entities;

    ProbeResource(EntityManager entities) {
        this.entities = entities;
    }

    @GET
    @Operation(hidden = true)
    public Slice<String> list(
            @QueryParam("limit") Integer limit,
            @QueryParam("cursor") String cursor,
            @QueryParam("since") String since,
            @QueryParam("q") @Pattern(regexp = "[a-z]*") String q,
            @BeanParam Filter filter,
            @HeaderParam("X-Count") @Max(3) Integer count) {
        PageRequest page = PageRequest.of(limit, cursor);
        Optional.ofNullable(since).ifPresent(text -> Params.instant("since", text));
        return new Slice<>(List.of("page of " + page.limit()), Cursor.of("a").encode());
    }

    @GET
    @Path("/linked")
    @Operation(hidden = true)
    public Response linked(
            @QueryParam("q") @Nullable String q,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable Integer limit,
            @Context UriInfo uri) {
        Slice<String> slice = new Slice<>(List.of("a"), "next");
        return Response.ok(slice)
                .header("Link", slice.linkHeader(uri).orElseThrow())
                .build();
    }

    @GET
    @Path("/public")
    @Operation(hidden = true)
    public Response shared() {
        return Response.ok("{}")
                .header(HttpHeaders.CACHE_CONTROL, "public, max-age=31536000, immutable")
                .header(HttpHeaders.VARY, "Accept")
                .build();
    }

    @GET
    @Path("/mdc")
    @Operation(hidden = true)
    public Map<String, String> mdc() {
        return Map.of("requestId", String.valueOf(MDC.get("requestId")), "traceId", String.valueOf(MDC.get("traceId")));
    }

    @GET
    @Path("/items/{id}")
    @Operation(hidden = true)
    public String item(@PathParam("id") String id) {
        return "\"" + PathIds.parse(Kind.CLAIM, id) + "\"";
    }

    @PUT
    @Path("/items/{id}")
    @Operation(hidden = true)
    public String change(@HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        Preconditions.requireMatch(ifMatch, List.of("1-abc"));
        return "{}";
    }

    @GET
    @Path("/numbers/{n}")
    @Operation(hidden = true)
    public String number(@PathParam("n") int n) {
        return String.valueOf(n);
    }

    @GET
    @Path("/echo/{any}")
    @Operation(hidden = true)
    public Map<String, String> echo(@PathParam("any") String any) {
        return Map.of("any", any);
    }

    @POST
    @Operation(hidden = true)
    public Note create(@Valid @NotNull Note note) {
        return note;
    }

    @POST
    @Path("/optional")
    @Operation(hidden = true)
    public Map<String, Boolean> optional(Optional<Part> part) {
        return Map.of("present", part.isPresent());
    }

    @POST
    @Path("/stream")
    @Consumes(MediaType.APPLICATION_OCTET_STREAM)
    @BodyLimit(3_000_000)
    @Operation(hidden = true)
    public long stream(InputStream body) throws IOException {
        return body.transferTo(java.io.OutputStream.nullOutputStream());
    }

    @GET
    @Path("/fails/{how}")
    @Operation(hidden = true)
    public Response fail(@PathParam("how") String how) throws Exception {
        return switch (how) {
            case "bug" -> throw new IllegalStateException("secret detail");
            case "error" -> throw new StackOverflowError("secret detail");
            case "unauthorized" -> throw new UnauthorizedException("secret detail");
            case "bad-credential" -> throw new AuthenticationFailedException("secret detail");
            case "forbidden" -> throw new ForbiddenException("secret detail");
            case "connection" -> throw new JDBCConnectionException("secret detail", new SQLException("x", "08006"));
            case "pool" -> throw new RuntimeException(new SQLException("Sorry, acquisition timeout!"));
            case "lock" -> throw new RuntimeException(new SQLException("secret detail", "HYT00"));
            case "transient" -> throw new SQLTransientConnectionException("secret detail", "08001");
            case "bare-410" -> Response.status(410).build();
            case "bare-500" -> Response.serverError().entity("secret detail").build();
            case "unwritable" -> Response.ok(new Unwritable("a")).build();
            default -> throw Problem.of(ProblemType.valueOf(how), "As asked: \ud800.");
        };
    }

    @GET
    @Path("/moved")
    @Operation(hidden = true)
    public Response moved() {
        throw new jakarta.ws.rs.RedirectionException(303, URI.create("/v1/probe"));
    }

    @POST
    @Path("/rows/{scope}")
    @Transactional
    @Operation(hidden = true)
    public Response insert(@PathParam("scope") String scope) {
        insertRow(scope);
        return Response.noContent().build();
    }

    @POST
    @Path("/acts")
    @Idempotent
    @Operation(hidden = true)
    public Response act(@QueryParam("q") @Nullable String q, @Valid Part part) {
        int number = ACTS.incrementAndGet();
        insertRow("act-" + number);
        if (part.exact().equals("refuse")) {
            throw Problem.of(ProblemType.WRONG_STATE, "No.");
        }
        if (part.exact().equals("refuse quietly")) {
            return Response.status(409).build();
        }
        return Response.created(URI.create("/v1/probe/acts/" + number))
                .tag("1-" + number)
                .header("Audit-Event", "event_" + number)
                .entity(Map.of("number", number, "key", "secret-key-" + number, "exact", part.exact()))
                .build();
    }

    @POST
    @Path("/acts/slow/{name}")
    @Idempotent
    @Operation(hidden = true)
    public Response slow(@PathParam("name") String name) throws InterruptedException {
        Gates.of(name).pass();
        return Response.noContent().build();
    }

    @POST
    @Path("/acts/required")
    @Idempotent(required = true)
    @Operation(hidden = true)
    public Response required() {
        return Response.ok("plain".getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .type(MediaType.APPLICATION_JSON)
                .build();
    }

    private void insertRow(String scope) {
        QuarkusTransaction.joiningExisting()
                .run(() -> entities.createNativeQuery(
                                "insert into idempotency (scope, fingerprint, answer, recorded_at) values (?1, 'f', ?2, current_timestamp)")
                        .setParameter(1, scope)
                        .setParameter(2, new byte[0])
                        .executeUpdate());
    }
}
