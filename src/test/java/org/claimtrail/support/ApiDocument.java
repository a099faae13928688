package org.claimtrail.support;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The API description that this build has generated. */
public final class ApiDocument {

    /** Where the build writes it, and the YAML that is checked in; elsewhere for tests that run beside others. */
    public static final Path FOLDER =
            Path.of(System.getProperty("quarkus.smallrye-openapi.store-schema-directory", "target/openapi"));

    private static final Path GENERATED = FOLDER.resolve("openapi.json");

    private static final String OTHERS = "additionalProperties";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    private final JsonNode root;
    private final ObjectNode closed;
    private final Map<JsonNode, Schema> compiled = new ConcurrentHashMap<>();

    private ApiDocument(JsonNode root) {
        this.root = root;
        this.closed = JSON.createObjectNode();
        closed.set("schemas", closed(root.path("components").path("schemas")));
    }

    public static ApiDocument generated() {
        try {
            return new ApiDocument(JSON.readTree(Files.readAllBytes(GENERATED)));
        } catch (IOException e) {
            throw new UncheckedIOException("The build writes " + GENERATED + "; it is not there.", e);
        }
    }

    public JsonNode root() {
        return root;
    }

    public List<ApiOperation> operations() {
        List<ApiOperation> operations = new ArrayList<>();
        root.path("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .properties()
                        .forEach(method -> operations.add(new ApiOperation(
                                method.getKey().toUpperCase(Locale.ROOT), path.getKey(), method.getValue()))));
        return operations;
    }

    public ApiOperation operation(String id) {
        return operations().stream()
                .filter(operation -> operation.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    /**
     * What is wrong with a value by a schema of this document; empty when nothing is. Properties that the document does
     * not name are wrong as well: what is served is documented.
     */
    public List<String> misfits(JsonNode schema, JsonNode value) {
        return compiled.computeIfAbsent(schema, this::compile).validate(value).stream()
                .map(Error::toString)
                .toList();
    }

    private Schema compile(JsonNode schema) {
        ObjectNode whole = (ObjectNode) closed(schema);
        whole.set("components", closed);
        return SCHEMAS.getSchema(whole);
    }

    /** The same schema, in which objects have no other properties than those that are named. */
    private static JsonNode closed(JsonNode schema) {
        JsonNode copy = schema.deepCopy();
        close(copy);
        return copy;
    }

    private static void close(JsonNode node) {
        node.forEach(ApiDocument::close);
        if (node instanceof ObjectNode object && object.path("properties").isObject() && !object.has(OTHERS)) {
            object.put(OTHERS, false);
        }
    }
}
