package org.claimtrail.audit;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Everything for an offline check of one event, in one file. docs/verify.md says how to check it.
 *
 * @param leaf the leaf's bytes, which are UTF-8
 * @param content the bytes the leaf commits to, which are UTF-8; null once erased
 * @param salt 32 bytes in base64; null once erased
 * @param proof inclusion proof and checkpoint, {@code c2sp.org/tlog-proof@v1}
 * @param vkey the public key to check the checkpoint with
 */
@Schema(name = "Bundle", description = "Everything for an offline check of one event. Give it to verify.mjs.")
public record Bundle(
        @JsonProperty(required = true) String format,
        @JsonProperty(required = true) String event,
        @JsonProperty(required = true) String leaf,

        @JsonProperty(required = true) @Schema(nullable = true) @Nullable
        String content,

        @JsonProperty(required = true) @Schema(nullable = true) @Nullable
        String salt,

        @JsonProperty(required = true) String proof,
        @JsonProperty(required = true) String vkey) {

    static final String FORMAT = "claimtrail/bundle/v1";
}
