package org.claimtrail.shared.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.lang.reflect.Type;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Reads JSON so that what is stored is what was sent. Nothing is converted, guessed, dropped or overwritten silently:
 * a key given twice, an unknown property, the string {@code "5"} for a number, bytes that are not UTF-8, a number that
 * another reader would round (RFC 7493) are all refused with a pointer to the place.
 */
public final class StrictJson {

    private static final JsonMapper MAPPER = StrictMapper.create();

    private StrictJson() {}

    /**
     * Reads one JSON text as a value of this type.
     *
     * @throws UnreadableJson with the places and what is expected there
     */
    public static Object read(byte[] json, Type type) {
        return bind(tree(json), MAPPER.constructType(type));
    }

    /** As {@link #read(byte[], Type)}. */
    public static <T> T read(byte[] json, Class<T> type) {
        return type.cast(read(json, (Type) type));
    }

    /** As {@link #read(byte[], Class)}, of what was read as a {@linkplain #tree tree}. */
    public static <T> T read(JsonNode tree, Class<T> type) {
        return type.cast(bind(tree, MAPPER.constructType(type)));
    }

    /** Reads one JSON text as a tree, under the same rules. */
    public static JsonNode tree(byte[] json) {
        String text = decode(json);
        try (JsonParser parser = MAPPER.getFactory().createParser(text)) {
            return new TreeReader(parser).read();
        } catch (JsonProcessingException e) {
            throw Misfit.malformed(e);
        } catch (IOException e) {
            throw new AssertionError("a string has no I/O errors", e);
        }
    }

    /** The JSON name of an enum constant. */
    static String name(Object constant) {
        return MAPPER.convertValue(constant, String.class);
    }

    private static Object bind(JsonNode tree, JavaType type) {
        if (tree.isNull()) {
            throw UnreadableJson.at(
                    UnreadableJson.Reason.WRONG_TYPE,
                    Pointer.ROOT,
                    "wrong_type",
                    "expected " + Misfit.expected(type) + ", found null");
        }
        try {
            return MAPPER.readerFor(type).readValue(tree);
        } catch (JsonProcessingException e) {
            throw Misfit.of(e, tree);
        } catch (IOException e) {
            throw new AssertionError("a tree has no I/O errors", e);
        }
    }

    private static String decode(byte[] json) {
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(json))
                    .toString();
        } catch (CharacterCodingException e) {
            throw malformed("The body is not UTF-8 text.");
        }
        if (text.startsWith("\uFEFF")) {
            throw malformed("The body begins with a byte order mark; JSON has none (RFC 8259 section 8.1).");
        }
        if (text.isBlank()) {
            throw malformed("The body is empty; a JSON text is expected.");
        }
        return text;
    }

    private static UnreadableJson malformed(String message) {
        return new UnreadableJson(UnreadableJson.Reason.MALFORMED, message, List.of());
    }
}
