package org.claimtrail.shared.openapi;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/**
 * Completes the API description with what holds everywhere: the statuses and headers of every operation, names for
 * operations that every kind of record inherits, examples of ids that exist in the seeds.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public final class HouseRules implements OASFilter {

    private static final String IMPORTS = "/v1/imports";
    private static final Set<PathItem.HttpMethod> WRITES =
            Set.of(PathItem.HttpMethod.POST, PathItem.HttpMethod.PUT, PathItem.HttpMethod.DELETE);
    private static final Set<String> RECORD_SCHEMAS =
            Set.of("Agent", "Source", "Claim", "Relation", "Assessment", "RatingScale", "ReviewComment");
    /** What changes who may do what: nodes that read from a copy can be asked for what holds since then. */
    private static final Set<String> TOLD = Set.of("rotateKey", "revokeKey", "putDeskMember", "removeDeskMember");

    @Override
    public void filterOpenAPI(OpenAPI api) {
        if (api.getComponents() == null) {
            api.setComponents(OASFactory.createComponents());
        }
        Set<Integer> refusals = new TreeSet<>();
        api.getPaths()
                .getPathItems()
                .forEach((path, item) -> item.getOperations()
                        .forEach((method, operation) -> refusals.addAll(complete(path, method, operation))));
        CommonParts.addTo(api.getComponents(), refusals);
    }

    /** Returns the statuses that refuse. */
    private static Set<Integer> complete(String path, PathItem.HttpMethod method, Operation operation) {
        Inherited.name(path, operation);
        parameters(path, method, operation);
        Set<Integer> refusals = refusals(path, method, operation);
        refusals.forEach(status ->
                operation.getResponses().addAPIResponse(Integer.toString(status), CommonParts.refusal(status)));
        Rights.describe(operation);
        success(path, method, operation);
        Answered.describe(operation);
        // In the order in which people look for them: what comes out first, then what may go wrong.
        operation
                .getResponses()
                .setAPIResponses(new TreeMap<>(operation.getResponses().getAPIResponses()));
        return refusals;
    }

    private static Set<Integer> refusals(String path, PathItem.HttpMethod method, Operation operation) {
        Set<Integer> refusals = new TreeSet<>(List.of(400, 401, 403, 406, 414, 421, 429, 431, 500, 503));
        if (path.contains("{")) {
            refusals.add(404);
        }
        // What a resource names without describing it is one of the refusals that all share.
        operation.getResponses().getAPIResponses().forEach((status, response) -> {
            if (response.getDescription() == null && response.getRef() == null) {
                refusals.add(Integer.valueOf(status));
            }
        });
        boolean ofRecord = SampleIds.isOfRecord(path);
        if (method == PathItem.HttpMethod.POST && SampleIds.isOfRecords(path)) {
            refusals.add(410); // a repeated request, whose record was erased since
        }
        if (ofRecord && !path.endsWith("/audit")) {
            refusals.add(410);
        }
        boolean forReaders = !path.endsWith("/audit") && !SampleIds.isOfComments(path);
        if (ofRecord && forReaders && method == PathItem.HttpMethod.GET) {
            refusals.add(451);
        }
        if (WRITES.contains(method)) {
            refusals.addAll(List.of(408, 409, 413, 415, 422));
        }
        if (has(operation, "If-Match")) {
            refusals.addAll(List.of(412, 428));
        }
        // What it describes with a body of its own stays as it is.
        operation.getResponses().getAPIResponses().forEach((status, response) -> {
            if (response.getContent() != null) {
                refusals.removeIf(refusal -> status.equals(refusal.toString()));
            }
        });
        return refusals;
    }

    /** What answers carry in headers; and 304 where a reader may have the bytes already. */
    private static void success(String path, PathItem.HttpMethod method, Operation operation) {
        Map<String, APIResponse> responses = operation.getResponses().getAPIResponses();
        boolean record = responses.values().stream().anyMatch(HouseRules::isRecord) || path.endsWith("/versions/{n}");
        responses.forEach((status, response) -> {
            if (status.startsWith("2")) {
                response.addHeader("X-Request-Id", CommonParts.reference("X-Request-Id"));
                CommonParts.LIMITS.forEach(name -> response.addHeader(name, CommonParts.reference(name)));
                if (record) {
                    List.of("ETag", "Link", "Audit-Event", "Audit-Index")
                            .forEach(name -> response.addHeader(name, CommonParts.reference(name)));
                }
                if (TOLD.contains(operation.getOperationId())) {
                    response.addHeader("Audit-Event", CommonParts.reference("Audit-Event"));
                }
                if (SampleIds.isOfRecord(path) && !path.endsWith("/audit") && !path.endsWith("/erase")) {
                    response.addHeader("Withheld", CommonParts.reference("Withheld"));
                }
                if (record && SampleIds.mayHaveDesk(path)) {
                    response.addHeader("Desk", CommonParts.reference("Desk"));
                }
                if (record && path.startsWith("/v1/assessments") && !SampleIds.isOfComments(path)) {
                    response.addHeader("Assessment-State", CommonParts.reference("Assessment-State"));
                    response.addHeader("Publish-At", CommonParts.reference("Publish-At"));
                }
                if (record && WRITES.contains(method)) {
                    response.addHeader("Audit-Proof", CommonParts.reference("Audit-Proof"));
                }
                if (status.equals("201")) {
                    response.addHeader("Location", CommonParts.reference("Location"));
                }
            }
        });
        if (record && method == PathItem.HttpMethod.GET) {
            operation
                    .getResponses()
                    .addAPIResponse(
                            "304", OASFactory.createAPIResponse().description("You have it already (If-None-Match)."));
        }
        if (record && WRITES.contains(method) && responses.containsKey("200")) {
            operation
                    .getResponses()
                    .addAPIResponse(
                            "204",
                            OASFactory.createAPIResponse()
                                    .description("Done; nothing sent back (Prefer: return=minimal)."));
        }
    }

    private static boolean isRecord(APIResponse response) {
        Content content = response.getContent();
        return content != null
                && content.getMediaTypes().values().stream()
                        .anyMatch(type -> type.getSchema() != null
                                && type.getSchema().getRef() != null
                                && RECORD_SCHEMAS.contains(
                                        lastSegment(type.getSchema().getRef())));
    }

    private static void parameters(String path, PathItem.HttpMethod method, Operation operation) {
        SampleIds.describe(path, operation);
        CommonParameters.describe(operation);
        LineExamples.describe(operation);
        if (path.startsWith("/v1/audit/witness/")) {
            return; // the protocol of witnesses has no headers of ours
        }
        if (path.equals(IMPORTS) && method == PathItem.HttpMethod.POST) {
            operation.addParameter(CommonParameters.requiredIdempotencyKey());
        }
        if (path.startsWith(IMPORTS)) {
            return; // what is sent again has the names it had before
        }
        if (method == PathItem.HttpMethod.POST) {
            operation.addParameter(CommonParameters.idempotencyKey());
        }
        if (path.startsWith("/v1/desks")) {
            return; // their events are waited for by nobody
        }
        boolean step = (method == PathItem.HttpMethod.POST && !path.startsWith("/v1/keys"))
                || method == PathItem.HttpMethod.PUT;
        if (step) {
            operation.addParameter(CommonParameters.prefer());
        }
    }

    private static boolean has(Operation operation, String parameter) {
        return operation.getParameters() != null
                && operation.getParameters().stream().map(Parameter::getName).anyMatch(parameter::equals);
    }

    private static String lastSegment(String reference) {
        return reference.substring(reference.lastIndexOf('/') + 1);
    }
}
