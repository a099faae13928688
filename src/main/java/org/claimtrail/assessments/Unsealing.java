package org.claimtrail.assessments;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.claimtrail.audit.ConfidentialPart;
import org.claimtrail.shared.json.CanonicalJson;
import org.claimtrail.shared.json.StoredJson;

/** Puts confidential evidence back into the place that the public content keeps for it. */
final class Unsealing {

    private Unsealing() {}

    /** @param open the parts that this reader may see; the others stay withheld */
    static byte[] open(byte[] content, List<ConfidentialPart> open) {
        ObjectNode tree = (ObjectNode) StoredJson.read(content);
        ArrayNode evidence = StoredJson.array();
        tree.path("evidence").forEach(item -> evidence.add(unsealed(item, open)));
        tree.set("evidence", evidence);
        return CanonicalJson.bytes(tree);
    }

    private static JsonNode unsealed(JsonNode item, List<ConfidentialPart> open) {
        String commitment = item.path("commitment").asText();
        return open.stream()
                .filter(part ->
                        item.path("withheld").asBoolean() && part.commitment().equals(commitment))
                .findFirst()
                .<JsonNode>map(part -> ((ObjectNode) StoredJson.read(part.content())).put("commitment", commitment))
                .orElse(item);
    }
}
