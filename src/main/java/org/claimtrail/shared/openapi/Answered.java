package org.claimtrail.shared.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;

/**
 * Examples of answers: real ones, recorded from the running service by the test that runs the examples of requests, by
 * operation id and media type.
 */
final class Answered {

    private static final String RECORDED = "/openapi/examples.json";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonNode ANSWERS = read();

    private Answered() {}

    static void describe(Operation operation) {
        JsonNode answers = ANSWERS.path(String.valueOf(operation.getOperationId()));
        operation.getResponses().getAPIResponses().forEach((status, response) -> {
            if (status.startsWith("2") && response.getContent() != null) {
                describe(response.getContent(), answers);
            }
        });
    }

    private static void describe(Content content, JsonNode answers) {
        content.getMediaTypes().forEach((name, mediaType) -> {
            if (answers.has(name)) {
                mediaType.setExample(JSON.convertValue(answers.get(name), Object.class));
            }
        });
    }

    private static JsonNode read() {
        try (InputStream file = Answered.class.getResourceAsStream(RECORDED)) {
            return file == null ? JSON.createObjectNode() : JSON.readTree(file);
        } catch (IOException e) {
            throw new UncheckedIOException(RECORDED, e);
        }
    }
}
