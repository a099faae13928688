package org.claimtrail.support;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** Answers that become the examples of the API description when {@code -Dclaimtrail.examples.record=true} asks for it. */
public final class RecordedAnswers {

    private static final Path FILE = Path.of("src/main/resources/openapi/examples.json");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, Map<String, JsonNode>> answers = new TreeMap<>();

    public void add(String operation, String mediaType, JsonNode answer) {
        JsonNode shown = answer.deepCopy();
        if (shown instanceof ObjectNode object && object.has("key")) {
            // A credential is nobody's example, though this one opens nothing any more.
            object.put("key", object.path("id").asText().replaceFirst("^", "clt_") + ".shown-once");
        }
        answers.computeIfAbsent(operation, name -> new TreeMap<>()).put(mediaType, shown);
    }

    public void writeIfWanted() {
        if (!Boolean.getBoolean("claimtrail.examples.record")) {
            return;
        }
        try {
            Files.createDirectories(FILE.getParent());
            Files.writeString(FILE, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(answers) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
