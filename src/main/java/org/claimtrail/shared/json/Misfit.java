package org.claimtrail.shared.json;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.InvalidNullException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import com.fasterxml.jackson.databind.type.TypeFactory;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.claimtrail.shared.json.UnreadableJson.Reason;
import org.jspecify.annotations.Nullable;

/** Says in a journalist's words what Jackson says in Java's. */
final class Misfit {

    private Misfit() {}

    static UnreadableJson malformed(JsonProcessingException e) {
        JsonLocation at = e.getLocation();
        String where = at == null ? "" : " at line " + at.getLineNr() + ", column " + at.getColumnNr();
        return new UnreadableJson(
                Reason.MALFORMED,
                "The body is not well-formed JSON" + where
                        + ". Usual causes are a quotation mark, comma or bracket that " + "is missing or too many.",
                List.of());
    }

    static UnreadableJson of(JsonProcessingException e, JsonNode tree) {
        String pointer = e instanceof JsonMappingException mapping ? pointer(mapping) : Pointer.ROOT;
        if (e instanceof UnrecognizedPropertyException unknown) {
            return unknownProperty(unknown, pointer);
        }
        if (e instanceof InvalidNullException) {
            return wrongType(pointer, "expected a value, found null");
        }
        if (e instanceof ValueInstantiationException refused) {
            return refusedByTarget(refused, pointer);
        }
        if (e instanceof InputCoercionException || e.getCause() instanceof InputCoercionException) {
            return UnreadableJson.at(Reason.INVALID, pointer, "number_out_of_range", "the number is out of range");
        }
        if (e instanceof MismatchedInputException mismatched) {
            return mismatch(mismatched, pointer, tree.at(pointer));
        }
        throw new IllegalStateException("cannot read into the target type", e);
    }

    /** What a type looks like in JSON. */
    static String expected(@Nullable JavaType type) {
        if (type == null) {
            return "another value";
        }
        Class<?> raw = type.getRawClass();
        if (type.isEnumType()) {
            return "one of " + allowed(raw);
        }
        if (type.isCollectionLikeType() || type.isArrayType()) {
            return "a list";
        }
        if (raw == String.class) {
            return "a text in quotation marks";
        }
        if (raw == Instant.class) {
            return "an instant in quotation marks";
        }
        if (raw == boolean.class || raw == Boolean.class) {
            return "true or false";
        }
        if (raw == double.class || raw == Double.class || raw == float.class || raw == Float.class) {
            return "a number";
        }
        return raw.isPrimitive() || Number.class.isAssignableFrom(raw) ? "a whole number" : "an object in braces";
    }

    private static UnreadableJson unknownProperty(UnrecognizedPropertyException e, String pointer) {
        String known =
                e.getKnownPropertyIds().stream().map(String::valueOf).sorted().collect(Collectors.joining(", "));
        String message = "“" + e.getPropertyName() + "” is not a property here"
                + (known.isEmpty() ? "" : "; expected one of " + known);
        return UnreadableJson.at(Reason.UNKNOWN_PROPERTY, pointer, "unknown_property", message);
    }

    private static UnreadableJson refusedByTarget(ValueInstantiationException e, String pointer) {
        if (e.getCause() instanceof IllegalArgumentException reason) {
            return UnreadableJson.at(Reason.INVALID, pointer, "invalid", String.valueOf(reason.getMessage()));
        }
        throw new IllegalStateException("cannot construct the target type", e);
    }

    private static UnreadableJson mismatch(MismatchedInputException e, String pointer, JsonNode found) {
        JavaType target =
                e.getTargetType() == null ? null : TypeFactory.defaultInstance().constructType(e.getTargetType());
        boolean unfit = e instanceof InvalidFormatException
                && found.isTextual()
                && !found.textValue().isEmpty();
        if (unfit && target != null && target.isEnumType()) {
            return UnreadableJson.at(Reason.INVALID, pointer, "not_allowed", "expected " + expected(target));
        }
        if (unfit && target != null && target.hasRawClass(Instant.class)) {
            return UnreadableJson.at(Reason.INVALID, pointer, "instant", Rfc3339.EXPECTED);
        }
        return wrongType(pointer, "expected " + expected(target) + ", found " + kindOf(found));
    }

    private static UnreadableJson wrongType(String pointer, String message) {
        return UnreadableJson.at(Reason.WRONG_TYPE, pointer, "wrong_type", message);
    }

    private static String kindOf(JsonNode found) {
        return switch (found.getNodeType()) {
            case STRING -> found.textValue().isEmpty() ? "an empty text" : "a text";
            case NUMBER -> found.isIntegralNumber() ? "a whole number" : "a number with a fraction or exponent";
            case BOOLEAN -> "true or false";
            case ARRAY -> "a list";
            case OBJECT -> "an object";
            case MISSING -> "nothing";
            default -> "null";
        };
    }

    private static String allowed(Class<?> type) {
        return Arrays.stream(type.getEnumConstants())
                .map(constant -> StrictJson.name(constant))
                .collect(Collectors.joining(", "));
    }

    private static String pointer(JsonMappingException e) {
        String pointer = Pointer.ROOT;
        for (JsonMappingException.Reference reference : e.getPath()) {
            pointer = reference.getFieldName() == null
                    ? Pointer.child(pointer, reference.getIndex())
                    : Pointer.child(pointer, reference.getFieldName());
        }
        return pointer;
    }
}
