package org.claimtrail.shared.json;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonValue;
import java.nio.charset.StandardCharsets;

/** JSON that is stored and goes out as it is, inside a larger answer. */
public record RawJson(@JsonRawValue @JsonValue String json) {

    public static RawJson of(byte[] stored) {
        return new RawJson(new String(stored, StandardCharsets.UTF_8));
    }
}
