package org.claimtrail.history;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.flipkart.zjsonpatch.DiffFlags;
import com.flipkart.zjsonpatch.JsonDiff;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.claimtrail.shared.json.StoredJson;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What changed from one version to another.
 *
 * @param patch RFC 6902: applied to the one version's body it gives the other's
 * @param prose word by word, for texts that stand in both
 */
@Schema(name = "Difference", description = "What changed from one version to another.")
public record Difference(
        @JsonProperty(required = true) String id,
        @JsonProperty(required = true) int from,
        @JsonProperty(required = true) int to,

        @JsonProperty(required = true)
        @Schema(implementation = Object[].class, description = "A JSON Patch (RFC 6902).")
        JsonNode patch,

        @JsonProperty(required = true) List<ProseDifference> prose) {

    private static final EnumSet<DiffFlags> PLAIN =
            EnumSet.of(DiffFlags.OMIT_MOVE_OPERATION, DiffFlags.OMIT_COPY_OPERATION);

    static Difference between(Version from, Version to) {
        JsonNode before = StoredJson.read(from.content());
        JsonNode after = StoredJson.read(to.content());
        return new Difference(
                from.id().toString(), from.n(), to.n(), JsonDiff.asJson(before, after, PLAIN), prose(before, after));
    }

    private static List<ProseDifference> prose(JsonNode before, JsonNode after) {
        List<ProseDifference> differences = new ArrayList<>();
        if (before instanceof ObjectNode fields) {
            fields.properties().forEach(field -> {
                JsonNode other = after.get(field.getKey());
                if (isProse(field.getValue()) && other != null && isProse(other) && !other.equals(field.getValue())) {
                    differences.add(ProseDifference.between(
                            "/" + field.getKey(), field.getValue().textValue(), other.textValue()));
                }
            });
        }
        return List.copyOf(differences);
    }

    private static boolean isProse(JsonNode value) {
        return value.isTextual() && ProseDifference.isProse(value.textValue());
    }
}
