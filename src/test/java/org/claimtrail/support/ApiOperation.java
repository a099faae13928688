package org.claimtrail.support;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;

/** One operation of the API description, and the request that its examples make. */
public record ApiOperation(String method, String path, JsonNode node) {

    public String id() {
        return node.path("operationId").asText();
    }

    /** Whether nobody has to say who they are. */
    public boolean isPublic() {
        return list(node.path("security")).stream().anyMatch(JsonNode::isEmpty);
    }

    public List<JsonNode> parameters(String in) {
        return list(node.path("parameters")).stream()
                .filter(parameter -> parameter.path("in").asText().equals(in))
                .toList();
    }

    public boolean hasParameter(String name) {
        return list(node.path("parameters")).stream().anyMatch(named(name));
    }

    /** The status that a request without wishes is answered with. */
    public int success() {
        return responses().keySet().stream()
                .filter(status -> status.startsWith("2"))
                .map(Integer::valueOf)
                .min(Integer::compare)
                .orElseThrow();
    }

    public Map<String, JsonNode> responses() {
        return fields(node.path("responses"));
    }

    /** The documented contents of a status, by media type. */
    public Map<String, JsonNode> content(int status) {
        return fields(node.path("responses").path(Integer.toString(status)).path("content"));
    }

    /** The documented contents of the request, by media type. */
    public Map<String, JsonNode> requestContent() {
        return fields(node.path("requestBody").path("content"));
    }

    /** The first example of a body: JSON, or a text. */
    public Optional<JsonNode> exampleBody() {
        return requestContent().values().stream()
                .findFirst()
                .flatMap(content ->
                        fields(content.path("examples")).values().stream().findFirst())
                .map(example -> example.path("value"));
    }

    /** Path and query of the examples; {@code overrides} stand in their place or for what has none. */
    public String exampleTarget(Map<String, String> overrides) {
        String target = path;
        for (JsonNode parameter : parameters("path")) {
            String name = parameter.path("name").asText();
            target = target.replace(
                    "{" + name + "}", example(parameter, overrides).orElse("missing-example"));
        }
        List<String> query = new ArrayList<>();
        for (JsonNode parameter : parameters("query")) {
            String name = parameter.path("name").asText();
            example(parameter, overrides)
                    .ifPresent(value -> query.add(name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8)));
        }
        return query.isEmpty() ? target : target + "?" + String.join("&", query);
    }

    public Map<String, String> exampleHeaders() {
        Map<String, String> headers = new LinkedHashMap<>();
        for (JsonNode parameter : parameters("header")) {
            example(parameter, Map.of())
                    .ifPresent(value -> headers.put(parameter.path("name").asText(), value));
        }
        return headers;
    }

    private static Optional<String> example(JsonNode parameter, Map<String, String> overrides) {
        String own = overrides.get(parameter.path("name").asText());
        JsonNode example = parameter.path("example");
        return Optional.ofNullable(own != null ? own : example.isMissingNode() ? null : example.asText());
    }

    private static Predicate<JsonNode> named(String name) {
        return parameter -> parameter.path("name").asText().equals(name);
    }

    static Map<String, JsonNode> fields(JsonNode object) {
        Map<String, JsonNode> fields = new LinkedHashMap<>();
        object.properties().forEach(field -> fields.put(field.getKey(), field.getValue()));
        return fields;
    }

    static List<JsonNode> list(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).toList();
    }

    @Override
    public String toString() {
        return id() + " (" + method + " " + path + ")";
    }
}
