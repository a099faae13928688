package org.claimtrail.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import org.claimtrail.shared.json.CanonicalJson;
import org.claimtrail.shared.json.StrictJson;

/** One file of seeds: read as strictly as a request, its references replaced by ids, its contents validated. */
final class SeedFile {

    private final String name;
    private final Validator validator;

    SeedFile(String name, Validator validator) {
        this.name = name;
        this.validator = validator;
    }

    /** The entries of the file. */
    JsonNode entries() {
        String path = "seeds/" + name + ".json";
        try (InputStream file = Thread.currentThread().getContextClassLoader().getResourceAsStream(path)) {
            if (file == null) {
                throw new IllegalStateException(path + " is not part of the application");
            }
            return resolve(StrictJson.tree(file.readAllBytes()));
        } catch (IOException e) {
            throw new IllegalStateException(path + " cannot be read", e);
        }
    }

    /** The content of an entry, as the request that it would be. */
    <T> T content(JsonNode content, Class<T> type) {
        T value = StrictJson.read(CanonicalJson.bytes(content), type);
        Set<ConstraintViolation<T>> violations = validator.validate(value);
        if (!violations.isEmpty()) {
            ConstraintViolation<T> first = violations.iterator().next();
            throw new IllegalStateException("seeds/" + name + ".json: " + first.getPropertyPath() + ": "
                    + first.getMessage() + " in " + content);
        }
        return value;
    }

    private static JsonNode resolve(JsonNode node) {
        if (node.isTextual() && node.textValue().matches("@[a-z]+/[a-z0-9-]+")) {
            return TextNode.valueOf(SeedIds.of(node.textValue().substring(1)).toString());
        }
        if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                array.set(i, resolve(array.get(i)));
            }
        }
        if (node instanceof ObjectNode object) {
            object.properties().forEach(field -> field.setValue(resolve(field.getValue())));
        }
        return node;
    }
}
