package org.claimtrail.shared.openapi;

import java.util.Map;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;

/** Ids in paths, with examples that exist in the seeds. */
final class SampleIds {

    private static final Map<String, String> SAMPLES = Map.of(
            "agents", "agent_01k98n0b00e2yvxn9dy3b49br5",
            "sources", "source_01k98n0b00e9saqbfmnd3vp9vq",
            "claims", "claim_01k98n0b00enm8146esfsye80v",
            "relations", "rel_01k98n0b00f3mb59434bcrwbjj",
            "assessments", "asmt_01k98n0b00e5ev27be852nn2n4",
            "rating-scales", "scale_01k98n0b00ff1akg0086r8kz57");

    /** Of none: the seeds say nothing about themselves. */
    private static final String COMMENT = "comment_01k98n0b00e5ev27be852nn2n4";

    private SampleIds() {}

    /** Whether the path is about a kind of record. */
    static boolean isOfRecords(String path) {
        String[] parts = path.split("/", -1);
        return parts.length > 2 && SAMPLES.containsKey(parts[2]);
    }

    /** Whether the path is about one record, by its id. */
    static boolean isOfRecord(String path) {
        String[] parts = path.split("/", -1);
        return parts.length > 3 && SAMPLES.containsKey(parts[2]) && parts[3].equals("{id}");
    }

    /** Whether the path is about records that may belong to a desk. */
    static boolean mayHaveDesk(String path) {
        return path.startsWith("/v1/claims") || path.startsWith("/v1/assessments");
    }

    /** Whether the path is about comments, which no reader is told anything of. */
    static boolean isOfComments(String path) {
        return path.startsWith("/v1/assessments/{id}/comments");
    }

    static void describe(String path, Operation operation) {
        String[] parts = path.split("/", -1);
        if (parts.length < 4 || operation.getParameters() == null) {
            return;
        }
        for (Parameter parameter : operation.getParameters()) {
            if (parameter.getIn() == Parameter.In.PATH && parameter.getName().equals("comment")) {
                parameter.setDescription("The comment's id.");
                parameter.setExample(COMMENT);
            }
            if (parameter.getIn() == Parameter.In.PATH && parameter.getName().equals("id")) {
                parameter.setDescription("The record's id.");
                String sample = SAMPLES.get(parts[2]);
                if (sample != null && parameter.getExample() == null) {
                    parameter.setExample(sample);
                }
            }
        }
    }
}
