package org.claimtrail.cli.verify;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import org.claimtrail.shared.json.StoredJson;
import org.jspecify.annotations.Nullable;

/** The labels of ratings, as the pinned versions of scales have them. */
final class ScaleLabels {

    private static final String PREFERRED = "en";

    private final Sql sql;
    private final Map<String, Map<String, String>> scales = new HashMap<>();

    ScaleLabels(Sql sql) {
        this.sql = sql;
    }

    /** The label of an assessment's rating; null when the scale's content is gone. */
    @Nullable
    String of(JsonNode assessment) throws SQLException {
        String scale = assessment.path("scale").asText();
        int version = assessment.path("scaleVersion").asInt();
        String key = scale + "/" + version;
        Map<String, String> labels = scales.get(key);
        if (labels == null) {
            labels = read(scale, version);
            scales.put(key, labels);
        }
        return labels.get(assessment.path("rating").asText());
    }

    private Map<String, String> read(String scale, int version) throws SQLException {
        Map<String, String> labels = new HashMap<>();
        try {
            sql.each(
                    "select c.content from record_version v join audit_content c on c.event_id = v.event_id"
                            + " where v.record_id = ? and v.n = ? and c.part = 0",
                    row -> StoredJson.read(row.getBytes(1))
                            .path("ratings")
                            .forEach(rating -> labels.put(rating.path("code").asText(), label(rating.path("label")))),
                    scale,
                    version);
        } catch (BrokenLogException | IllegalStateException e) {
            return labels; // it does not fit its commitment, which is said
        }
        return labels;
    }

    /** In English, or else in the first language there is. */
    private static String label(JsonNode label) {
        Iterator<JsonNode> all = label.elements();
        return label.has(PREFERRED) || !all.hasNext()
                ? label.path(PREFERRED).asText()
                : all.next().asText();
    }
}
