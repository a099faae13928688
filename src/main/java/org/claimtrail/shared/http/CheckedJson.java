package org.claimtrail.shared.http;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import java.util.Set;
import org.claimtrail.shared.json.StrictJson;
import org.claimtrail.shared.json.UnreadableJson;

/** JSON that is part of a larger body, under the rules for a body of its own: read strictly, and validated. */
@ApplicationScoped
public class CheckedJson {

    private final Validator validator;

    CheckedJson(Validator validator) {
        this.validator = validator;
    }

    /**
     * Reads one JSON text.
     *
     * @throws Problem 400 when it is not well-formed
     */
    public JsonNode tree(byte[] json) {
        try {
            return StrictJson.tree(json);
        } catch (UnreadableJson e) {
            throw Refusals.unreadable(e);
        }
    }

    /**
     * Reads a value of this type.
     *
     * @throws Problem as for a body: 400 when it has another shape, 422 when it is not valid
     */
    public <T> T value(JsonNode json, Class<T> type) {
        T value;
        try {
            value = StrictJson.read(json, type);
        } catch (UnreadableJson e) {
            throw Refusals.unreadable(e);
        }
        Set<ConstraintViolation<T>> violations = validator.validate(value);
        if (!violations.isEmpty()) {
            throw Violations.inBody(violations);
        }
        return value;
    }
}
