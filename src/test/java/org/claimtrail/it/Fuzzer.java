package org.claimtrail.it;

import static org.claimtrail.it.Hostile.one;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.claimtrail.support.ApiDocument;
import org.claimtrail.support.ApiOperation;

/** Makes requests out of the API description: what it shows as examples, and what becomes of them in bad hands. */
final class Fuzzer {

    private static final byte[] NOTHING = {};
    private static final int KEPT_IDS = 20;

    private final Random random;
    private final Vandal vandal;
    private final List<ApiOperation> operations;
    private final List<String> badCredentials;
    private final Map<String, List<String>> made = new HashMap<>();

    /** @param badCredentials values of Authorization headers that let nobody in */
    Fuzzer(ApiDocument document, List<String> badCredentials, Random random) {
        this.operations = document.operations();
        this.badCredentials = badCredentials;
        this.random = random;
        this.vandal = new Vandal(random);
    }

    /** Remembers a record that was made, to play with it later. */
    void made(String id) {
        List<String> known = made.computeIfAbsent(kind(id), kind -> new ArrayList<>());
        known.add(id);
        if (known.size() > KEPT_IDS) {
            known.remove(0);
        }
    }

    /**
     * Somebody's next request.
     *
     * @param credential the value of their Authorization header; an empty one stands for none
     */
    FuzzRequest next(String credential) {
        if (chance(3)) {
            return FuzzRequest.raw(one(Hostile.RAW, random));
        }
        ApiOperation operation = one(operations, random);
        String method = chance(5) ? one(Hostile.METHODS, random) : operation.method();
        String target = chance(4) ? one(Hostile.PLACES, random) : target(operation);
        byte[] body = operation
                .exampleBody()
                .map(this::body)
                .orElse(chance(5) ? one(Hostile.JSON_VALUES, random).getBytes(StandardCharsets.UTF_8) : NOTHING);
        return FuzzRequest.of(
                method, target, headers(operation, chance(5) ? one(badCredentials, random) : credential, body), body);
    }

    private byte[] body(JsonNode example) {
        return switch (random.nextInt(8)) {
            case 0, 1, 2 -> example.toString().getBytes(StandardCharsets.UTF_8);
            case 3 -> vandal.whole(example);
            default -> vandal.inside(example);
        };
    }

    private String target(ApiOperation operation) {
        String target = operation.exampleTarget(id(operation));
        if (target.contains("missing-example") || chance(8)) {
            target = operation
                    .path()
                    .replaceFirst("\\{id}", one(Hostile.SEGMENTS, random).replace("\\", "\\\\"))
                    .replace("{n}", one(Hostile.SEGMENTS, random));
        }
        if (chance(3)) {
            target +=
                    one(List.of("/", "/x", "//", "%00", ";a=b", "?", "#x", "/..", "?" + "a=b&".repeat(3_000)), random);
        }
        for (JsonNode parameter : operation.parameters("query")) {
            if (chance(12)) {
                target = with(target, parameter.path("name").asText());
            }
        }
        return chance(3) ? with(target, "unknown") : target;
    }

    /** The seed of the example, or something that was made here. */
    private Map<String, String> id(ApiOperation operation) {
        for (JsonNode parameter : operation.parameters("path")) {
            String example = parameter.path("example").asText("key_");
            List<String> known = made.getOrDefault(kind(example), List.of());
            if (parameter.path("name").asText().equals("id") && !known.isEmpty() && chance(60)) {
                return Map.of("id", one(known, random));
            }
        }
        return Map.of();
    }

    private String with(String target, String parameter) {
        String value = chance(3) ? "a".repeat(random.nextInt(10_000)) : one(Hostile.QUERY_VALUES, random);
        return target + (target.contains("?") ? "&" : "?") + parameter + "=" + value;
    }

    private List<String> headers(ApiOperation operation, String credential, byte[] body) {
        Map<String, String> headers = new LinkedHashMap<>(operation.exampleHeaders());
        if (!credential.isEmpty()) {
            headers.put("Authorization", credential);
        }
        if (body.length > 0 && !chance(2)) {
            headers.put("Content-Type", chance(6) ? one(Hostile.CONTENT_TYPES, random) : "application/json");
        }
        if (chance(4)) {
            headers.put("Idempotency-Key", chance(20) ? "k".repeat(random.nextInt(400)) : "key-" + random.nextInt(9));
        }
        if (chance(4)) {
            headers.remove("If-Match");
        }
        List<String> lines = new ArrayList<>();
        headers.forEach((name, value) -> lines.add(name + ": " + value));
        while (chance(20)) {
            lines.add(one(Hostile.HEADERS, random));
        }
        if (chance(1)) {
            lines.add("X-Long: " + "x".repeat(random.nextInt(70_000)));
        }
        return lines;
    }

    private static String kind(String id) {
        return id.substring(0, id.lastIndexOf('_') + 1);
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }
}
