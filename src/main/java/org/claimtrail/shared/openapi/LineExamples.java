package org.claimtrail.shared.openapi;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Optional;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.examples.Example;
import org.eclipse.microprofile.openapi.models.media.MediaType;

/** Examples of newline-delimited JSON, which stand in annotations as JSON strings: as the text that they are. */
final class LineExamples {

    private static final String LINES = "application/x-ndjson";

    private LineExamples() {}

    static void describe(Operation operation) {
        Optional.ofNullable(operation.getRequestBody())
                .map(body -> body.getContent().getMediaType(LINES))
                .map(MediaType::getExamples)
                .ifPresent(examples -> examples.values().forEach(LineExamples::unquote));
    }

    private static void unquote(Example example) {
        if (example.getValue() instanceof String quoted && quoted.startsWith("\"")) {
            try {
                example.setValue(new ObjectMapper().readValue(quoted, String.class));
            } catch (JsonProcessingException e) {
                throw new IllegalArgumentException("an example of lines is no JSON string: " + quoted, e);
            }
        }
    }
}
