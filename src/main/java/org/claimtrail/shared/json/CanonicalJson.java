package org.claimtrail.shared.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The one serialisation that is committed to and served: RFC 8785 (JSON Canonicalization Scheme). Strict where the
 * public library is lenient: a lone surrogate is refused instead of becoming {@code ?}, and so is an integer beyond
 * ±(2<sup>53</sup>-1), which a JavaScript reader would round (RFC 8785 section 3.2.2.3, RFC 7493 section 2.2).
 */
public final class CanonicalJson {

    private static final long MAX_SAFE_INTEGER = (1L << 53) - 1;
    private static final char[] HEX = "0123456789abcdef".toCharArray();

    private final StringBuilder out = new StringBuilder(512);

    private CanonicalJson() {}

    /**
     * The canonical UTF-8 bytes of a tree.
     *
     * @throws IllegalArgumentException for a lone surrogate, an integer beyond ±(2^53-1), NaN or infinity
     */
    public static byte[] bytes(JsonNode node) {
        return string(node).getBytes(StandardCharsets.UTF_8);
    }

    /** The canonical form as a string; {@link #bytes} is its UTF-8 encoding. */
    public static String string(JsonNode node) {
        CanonicalJson writer = new CanonicalJson();
        writer.write(node);
        return writer.out.toString();
    }

    private void write(JsonNode node) {
        switch (node.getNodeType()) {
            case OBJECT -> writeObject(node);
            case ARRAY -> writeArray(node);
            case STRING -> writeString(node.textValue());
            case NUMBER -> writeNumber(node);
            case BOOLEAN -> out.append(node.booleanValue());
            case NULL -> out.append("null");
            default -> throw new IllegalArgumentException("no JSON value: " + node.getNodeType());
        }
    }

    private void writeObject(JsonNode node) {
        List<String> names = new ArrayList<>(node.size());
        node.fieldNames().forEachRemaining(names::add);
        names.sort(null); // String order is UTF-16 code unit order, as section 3.2.3 asks
        out.append('{');
        for (int i = 0; i < names.size(); i++) {
            if (i > 0) {
                out.append(',');
            }
            writeString(names.get(i));
            out.append(':');
            write(node.get(names.get(i)));
        }
        out.append('}');
    }

    private void writeArray(JsonNode node) {
        out.append('[');
        for (int i = 0; i < node.size(); i++) {
            if (i > 0) {
                out.append(',');
            }
            write(node.get(i));
        }
        out.append(']');
    }

    private void writeString(String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isSurrogate(c)) {
                requirePair(text, i);
                out.append(c).append(text.charAt(++i));
            } else {
                writeCharacter(c);
            }
        }
        out.append('"');
    }

    private static void requirePair(String text, int i) {
        boolean paired = Character.isHighSurrogate(text.charAt(i))
                && i + 1 < text.length()
                && Character.isLowSurrogate(text.charAt(i + 1));
        if (!paired) {
            throw new IllegalArgumentException("a lone surrogate at character " + i);
        }
    }

    private void writeCharacter(char c) {
        switch (c) {
            case '"' -> out.append("\\\"");
            case '\\' -> out.append("\\\\");
            case '\b' -> out.append("\\b");
            case '\t' -> out.append("\\t");
            case '\n' -> out.append("\\n");
            case '\f' -> out.append("\\f");
            case '\r' -> out.append("\\r");
            default -> {
                if (c < 0x20) {
                    out.append("\\u00").append(HEX[c >> 4]).append(HEX[c & 15]);
                } else {
                    out.append(c);
                }
            }
        }
    }

    private void writeNumber(JsonNode node) {
        if (node.isIntegralNumber()) {
            out.append(requireSafe(node));
        } else {
            out.append(EcmaScriptNumber.text(node.doubleValue()));
        }
    }

    private static long requireSafe(JsonNode integer) {
        long value = integer.longValue();
        if (!integer.canConvertToLong() || value < -MAX_SAFE_INTEGER || value > MAX_SAFE_INTEGER) {
            throw new IllegalArgumentException("an integer beyond ±(2^53-1): " + integer);
        }
        return value;
    }
}
