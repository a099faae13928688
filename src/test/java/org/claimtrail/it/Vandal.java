package org.claimtrail.it;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.Map;
import java.util.Random;

/** Writes JSON with something wrong in it. */
final class Vandal {

    private static final int ABOVE_A_STRING = 70_000;
    private static final int ABOVE_A_BODY = 1_100_000;

    private final Random random;
    private int untilHit;
    private String wrong = "";

    Vandal(Random random) {
        this.random = random;
    }

    /** The value with one of its nodes replaced, doubled, joined by an unknown one, or gone. */
    byte[] inside(JsonNode value) {
        untilHit = random.nextInt(nodes(value));
        wrong = wrongValue();
        StringBuilder text = new StringBuilder();
        write(value, text);
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** The value's text as a whole, spoiled. */
    byte[] whole(JsonNode value) {
        String text = value.toString();
        return switch (random.nextInt(12)) {
            case 0 -> utf8("");
            case 1 -> utf8("  ");
            case 2 -> utf8(text.substring(0, random.nextInt(text.length())));
            case 3 -> utf8(text + text);
            case 4 -> utf8(text + "x");
            case 5 -> utf8("\ufeff" + text);
            case 6 -> text.getBytes(StandardCharsets.UTF_16);
            case 7 -> brokenUtf8(text);
            case 8 -> utf8("[" + text + "]");
            case 9 -> utf8("/* a */" + text);
            case 10 -> utf8(Hostile.one(Hostile.JSON_VALUES, random));
            default -> random.nextInt(20) == 0 ? utf8("{\"text\":\"" + "a".repeat(ABOVE_A_BODY) + "\"}") : noise();
        };
    }

    private byte[] noise() {
        byte[] noise = new byte[random.nextInt(200)];
        random.nextBytes(noise);
        return noise;
    }

    private byte[] brokenUtf8(String text) {
        byte[] bytes = utf8(text);
        bytes[random.nextInt(bytes.length)] = (byte) (0x80 + random.nextInt(0x80));
        return bytes;
    }

    private String wrongValue() {
        return switch (random.nextInt(12)) {
            case 0 -> "\"" + "a".repeat(ABOVE_A_STRING) + "\"";
            case 1 -> "\"" + "a".repeat(random.nextInt(3_000)) + "\"";
            case 2 -> "[".repeat(40) + "]".repeat(40);
            case 3 -> "[".repeat(20_000);
            case 4 -> "{\"a\":".repeat(2_000) + "1" + "}".repeat(2_000);
            case 5 -> "9".repeat(5_000);
            case 6 -> "[" + "{},".repeat(2_000) + "{}]";
            default -> Hostile.one(Hostile.JSON_VALUES, random);
        };
    }

    private void write(JsonNode value, StringBuilder text) {
        if (untilHit-- == 0) {
            text.append(wrong);
        } else if (value.isObject()) {
            writeObject(value, text);
        } else if (value.isArray()) {
            text.append('[');
            for (int i = 0; i < value.size(); i++) {
                text.append(i == 0 ? "" : ",");
                write(value.get(i), text);
            }
            text.append(']');
        } else {
            text.append(value);
        }
    }

    private void writeObject(JsonNode value, StringBuilder text) {
        text.append('{');
        if (random.nextInt(20) == 0) {
            text.append("\"nobody_knows_me\":").append(wrong).append(',');
        }
        Iterator<Map.Entry<String, JsonNode>> fields = value.properties().iterator();
        while (fields.hasNext()) {
            Map.Entry<String, JsonNode> field = fields.next();
            boolean gone = random.nextInt(30) == 0;
            int times = gone ? 0 : random.nextInt(40) == 0 ? 2 : 1;
            for (int i = 0; i < times; i++) {
                text.append('"').append(field.getKey()).append("\":");
                write(field.getValue(), text);
                text.append(fields.hasNext() || i + 1 < times ? "," : "");
            }
        }
        text.append('}');
    }

    private static int nodes(JsonNode value) {
        int nodes = 1;
        for (JsonNode child : value) {
            nodes += nodes(child);
        }
        return nodes;
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
