package org.claimtrail.audit.log;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.claimtrail.shared.time.SystemTime;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A public key of the log.
 *
 * @param vkey name, key id and key, as C2SP signed-note writes verifier keys
 * @param since from when it signs
 * @param retiredAt from when it signs no more
 */
@Schema(name = "LogKey", description = "A public key that signs the log's checkpoints, or did.")
public record LogKeyView(
        @JsonProperty(required = true) String id,
        @JsonProperty(required = true) String vkey,
        @JsonProperty(required = true) String since,

        @JsonProperty(required = true) @Schema(nullable = true) @Nullable
        String retiredAt) {

    static LogKeyView of(LogKey key) {
        return new LogKeyView(
                key.id,
                key.vkey,
                SystemTime.text(key.since),
                key.retiredAt == null ? null : SystemTime.text(key.retiredAt));
    }
}
