package org.claimtrail.shared.openapi;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.claimtrail.shared.http.ProblemType;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** Components that operations refer to: one response for each status of a refusal, and the headers of answers. */
final class CommonParts {

    private static final String PROBLEM = "Problem";

    /** Sorted, because the order of a plain map changes from run to run, and the description must not. */
    private static final Map<String, String> HEADERS = new TreeMap<>(Map.ofEntries(
            Map.entry("X-Request-Id", "The id of this request, for support."),
            Map.entry("ETag", "The version's tag, for If-Match and If-None-Match."),
            Map.entry("Link", "RFC 8288: next page, audit, version-history, timemap, memento; blocked-by (RFC 7725)."),
            Map.entry("Location", "Where the new record is."),
            Map.entry("Audit-Event", "The audit event that committed to these bytes."),
            Map.entry("Assessment-State", "For staff: where the version stands."),
            Map.entry("Publish-At", "For staff: when the version is published by itself."),
            Map.entry("Desk", "For staff: the desk that the record belongs to."),
            Map.entry("Withheld", "For staff: readers get 451 in place of this record, and this is why."),
            Map.entry("Retry-After", "Seconds to wait."),
            Map.entry("WWW-Authenticate", "Bearer"),
            Map.entry(
                    "RateLimit",
                    "What you have left (draft-ietf-httpapi-ratelimit-headers): requests (r), and seconds until all are"
                            + " there again (t). Not on answers that shared caches may keep, nor where nothing is"
                            + " counted."),
            Map.entry(
                    "RateLimit-Policy", "What you may ask: requests (q) in so many seconds (w). Comes with RateLimit."),
            Map.entry("Audit-Index", "The place of that event in the log, once a published checkpoint covers it."),
            Map.entry(
                    "Audit-Proof",
                    "With Prefer: wait, the inclusion proof with its checkpoint (C2SP tlog-proof), in base64.")));

    /** On what is answered, and on what is refused because nothing is left. */
    static final List<String> LIMITS = List.of("RateLimit", "RateLimit-Policy");

    private CommonParts() {}

    /** @param refusals the statuses that operations refer to; components that none refers to are left out */
    static void addTo(Components components, Set<Integer> refusals) {
        components.addSchema(PROBLEM, problem());
        HEADERS.forEach((name, description) -> components.addHeader(name, header(description)));
        types().forEach((status, types) -> {
            if (refusals.contains(status)) {
                components.addResponse(PROBLEM + status, response(status, types));
            }
        });
    }

    /** A reference to the response that refuses with this status. */
    static APIResponse refusal(int status) {
        return OASFactory.createAPIResponse().ref(PROBLEM + status);
    }

    /** A reference to a header. */
    static Header reference(String name) {
        return OASFactory.createHeader().ref(name);
    }

    private static Map<Integer, List<ProblemType>> types() {
        return Stream.of(ProblemType.values())
                .collect(Collectors.groupingBy(ProblemType::status, TreeMap::new, Collectors.toList()));
    }

    private static APIResponse response(int status, List<ProblemType> types) {
        String titles = types.stream().map(ProblemType::title).collect(Collectors.joining(". "));
        APIResponse response = OASFactory.createAPIResponse()
                .description(titles + ".")
                .addHeader("X-Request-Id", reference("X-Request-Id"))
                .content(OASFactory.createContent()
                        .addMediaType(
                                "application/problem+json",
                                OASFactory.createMediaType()
                                        .schema(OASFactory.createSchema().ref(PROBLEM))
                                        .example(example(types.get(0)))));
        if (status == 401) {
            response.addHeader("WWW-Authenticate", reference("WWW-Authenticate"));
        }
        if (status == 410 || status == 451) {
            response.addHeader("Link", reference("Link"));
        }
        if (status == 429) {
            LIMITS.forEach(name -> response.addHeader(name, reference(name)));
        }
        if (status == 429 || status == 503) {
            response.addHeader("Retry-After", reference("Retry-After"));
        }
        return response;
    }

    /** Names the type; what is wrong in a request, only the answer to it can say. */
    private static Map<String, Object> example(ProblemType type) {
        Map<String, Object> problem = new LinkedHashMap<>();
        problem.put("type", type.uri());
        problem.put("title", type.title());
        problem.put("status", type.status());
        problem.put("detail", type.explanation());
        problem.put("instance", "/v1/claims");
        return problem;
    }

    private static Header header(String description) {
        return OASFactory.createHeader().description(description).schema(text());
    }

    private static Schema problem() {
        Schema entry = OASFactory.createSchema()
                .addType(SchemaType.OBJECT)
                .addProperty("pointer", text().description("JSON pointer (RFC 6901) into the body."))
                .addProperty("parameter", text().description("The query parameter, path segment or header."))
                .addProperty("code", text())
                .addProperty("message", text())
                .required(List.of("code", "message"));
        return OASFactory.createSchema()
                .addType(SchemaType.OBJECT)
                .description("A refusal (RFC 9457). `type` is an address of this service that documents it.")
                .addProperty("type", text().format("uri-reference"))
                .addProperty("title", text())
                .addProperty("status", OASFactory.createSchema().addType(SchemaType.INTEGER))
                .addProperty("detail", text())
                .addProperty("instance", text().format("uri-reference"))
                .addProperty("basis", text().description("410: the legal basis of the erasure."))
                .addProperty("erasedAt", text().format("date-time").description("410: when it was erased."))
                .addProperty("reason", text().description("451: why the record is withheld."))
                .addProperty(
                        "writer", text().format("uri").description("421: a node that writes, where one is configured."))
                .addProperty("withheldAt", text().format("date-time").description("451: since when."))
                .addProperty(
                        "errors",
                        OASFactory.createSchema().addType(SchemaType.ARRAY).items(entry))
                .required(List.of("type", "title", "status", "detail"));
    }

    static Schema text() {
        return OASFactory.createSchema().addType(SchemaType.STRING);
    }
}
