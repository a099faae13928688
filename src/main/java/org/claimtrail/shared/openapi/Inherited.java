package org.claimtrail.shared.openapi;

import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Operation;

/** Names of the operations that every kind of record inherits, and the schema of its versions. */
final class Inherited {

    private static final Map<String, String> SINGULAR = Map.of(
            "agents", "Agent",
            "sources", "Source",
            "claims", "Claim",
            "relations", "Relation",
            "assessments", "Assessment",
            "rating-scales", "RatingScale");

    private static final Set<String> ANSWER_A_VERSION = Set.of("/versions/{n}", "/withhold", "/release");

    private Inherited() {}

    static void name(String path, Operation operation) {
        String[] parts = path.split("/", -1);
        String record = parts.length > 2 ? SINGULAR.get(parts[2]) : null;
        if (operation.getOperationId() != null || record == null) {
            return;
        }
        String rest = path.substring(path.indexOf('}') + 1);
        switch (rest) {
            case "/versions" -> operation.setOperationId("list" + record + "Versions");
            case "/diff" -> operation.setOperationId("diff" + record);
            case "/audit" -> operation.setOperationId("list" + record + "Events");
            case "/versions/{n}" -> operation.setOperationId("get" + record + "Version");
            case "/withhold" -> operation.setOperationId("withhold" + record);
            case "/release" -> operation.setOperationId("release" + record);
            case "/erase" -> operation.setOperationId("erase" + record);
            default -> throw new IllegalStateException("an operation without a name: " + path);
        }
        if (ANSWER_A_VERSION.contains(rest)) {
            operation
                    .getResponses()
                    .getAPIResponse("200")
                    .getContent()
                    .getMediaType("application/json")
                    .setSchema(OASFactory.createSchema().ref(record));
        }
    }
}
