package org.claimtrail.access;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import org.claimtrail.shared.time.SystemTime;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A key.
 *
 * @param actor the holder's pseudonym in the audit log
 * @param key the credential itself, in the answer that makes it and never again
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Key")
public record KeyView(
        @JsonProperty(required = true) String id,
        @JsonProperty(required = true) String holder,
        @JsonProperty(required = true) String actor,
        @JsonProperty(required = true) Role role,
        @Nullable String agent,
        @Nullable String note,
        @JsonProperty(required = true) String createdAt,
        @Nullable String revokedAt,

        @Nullable @Schema(description = "The credential, shown once.")
        String key) {

    static KeyView of(ApiKey key) {
        return of(key, null);
    }

    static KeyView of(ApiKey key, @Nullable Credential credential) {
        return new KeyView(
                key.id,
                key.holder.name,
                key.holder.pseudonym,
                key.role,
                key.holder.agent,
                key.note,
                SystemTime.text(key.createdAt),
                text(key.revokedAt),
                credential == null ? null : credential.text());
    }

    private static @Nullable String text(@Nullable Instant instant) {
        return instant == null ? null : SystemTime.text(instant);
    }
}
