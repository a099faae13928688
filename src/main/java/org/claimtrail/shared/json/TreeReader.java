package org.claimtrail.shared.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.claimtrail.shared.json.UnreadableJson.Flaw;
import org.claimtrail.shared.json.UnreadableJson.Reason;

/**
 * Builds the tree of one JSON text and knows the pointer of every value while it does. A broken structure ends it at
 * once; unacceptable values are collected, so that one answer names them all.
 */
final class TreeReader {

    private static final int MAX_DEPTH = 32;
    private static final int MAX_FLAWS = 20;

    /** Five times as many as any list may have. What validates lists compares each finding with all others in the list. */
    private static final int MAX_ENTRIES = 1_000;

    private static final int MAX_ENTRIES_IN_ALL = 20_000;
    private static final long MAX_SAFE_INTEGER = (1L << 53) - 1;
    /** A minus sign and the 16 digits of 2^53-1. */
    private static final int MAX_INTEGER_LENGTH = 17;

    private final JsonParser parser;
    private final List<Flaw> flaws = new ArrayList<>();
    private int entries;

    TreeReader(JsonParser parser) {
        this.parser = parser;
    }

    JsonNode read() throws IOException {
        parser.nextToken();
        JsonNode tree = value(Place.ROOT, 0);
        if (parser.nextToken() != null) {
            throw UnreadableJson.at(
                    Reason.MALFORMED,
                    Pointer.ROOT,
                    "trailing_content",
                    "there is more text after the end of the JSON value");
        }
        if (!flaws.isEmpty()) {
            throw new UnreadableJson(Reason.INVALID, "The body has values that cannot be stored.", flaws);
        }
        return tree;
    }

    private JsonNode value(Place place, int depth) throws IOException {
        JsonToken token = parser.currentToken();
        return switch (token) {
            case START_OBJECT -> object(place, deeper(place, depth));
            case START_ARRAY -> array(place, deeper(place, depth));
            case VALUE_STRING -> string(place, parser.getText());
            case VALUE_NUMBER_INT -> integer(place, parser.getText());
            case VALUE_NUMBER_FLOAT -> decimal(place, parser.getText());
            case VALUE_TRUE -> BooleanNode.TRUE;
            case VALUE_FALSE -> BooleanNode.FALSE;
            case VALUE_NULL -> NullNode.getInstance();
            default -> throw new AssertionError("no value begins with " + token);
        };
    }

    private static int deeper(Place place, int depth) {
        if (depth == MAX_DEPTH) {
            throw UnreadableJson.at(
                    Reason.MALFORMED, place.pointer(), "too_deep", "more than " + MAX_DEPTH + " levels of nesting");
        }
        return depth + 1;
    }

    private ObjectNode object(Place place, int depth) throws IOException {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String key = parser.currentName();
            boolean acceptable = isAcceptable(place, key, "a key");
            if (acceptable && object.has(key)) {
                throw UnreadableJson.at(
                        Reason.MALFORMED, place.of(key).pointer(), "duplicate_key", "the key is given twice");
            }
            requireFew(place, object.size());
            parser.nextToken();
            // an unacceptable key is not repeated to the client: it may not even be encodable
            JsonNode child = value(acceptable ? place.of(key) : place, depth);
            object.set(key, child);
        }
        return object;
    }

    private ArrayNode array(Place place, int depth) throws IOException {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            requireFew(place, array.size());
            array.add(value(place.at(array.size()), depth));
        }
        return array;
    }

    /** Before one more is added. */
    private void requireFew(Place place, int present) {
        if (present == MAX_ENTRIES || ++entries > MAX_ENTRIES_IN_ALL) {
            throw UnreadableJson.at(
                    Reason.INVALID,
                    place.pointer(),
                    "too_many_entries",
                    "more than " + MAX_ENTRIES + " entries here, or " + MAX_ENTRIES_IN_ALL + " in all");
        }
    }

    private JsonNode string(Place place, String text) {
        return isAcceptable(place, text, "the text") ? TextNode.valueOf(text) : NullNode.getInstance();
    }

    private boolean isAcceptable(Place place, String text, String what) {
        return StoredText.flawOf(text)
                .map(flaw -> {
                    add(place, flaw.code(), what + " " + flaw.message());
                    return false;
                })
                .orElse(true);
    }

    private JsonNode integer(Place place, String digits) {
        if (digits.length() <= MAX_INTEGER_LENGTH) {
            long number = Long.parseLong(digits);
            if (Math.abs(number) <= MAX_SAFE_INTEGER) {
                return LongNode.valueOf(number);
            }
        }
        add(place, "number_out_of_range", "expected a whole number between -(2^53-1) and 2^53-1");
        return NullNode.getInstance();
    }

    private JsonNode decimal(Place place, String text) {
        double number = Double.parseDouble(text);
        if (Double.isFinite(number)) {
            return DoubleNode.valueOf(number);
        }
        add(place, "number_out_of_range", "expected a number of at most 1.7976931348623157e308");
        return NullNode.getInstance();
    }

    private void add(Place place, String code, String message) {
        if (flaws.size() < MAX_FLAWS) {
            flaws.add(new Flaw(place.pointer(), code, message));
        }
    }
}
