package org.claimtrail.access;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
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

        @Nullable @Schema(description = "Who the holder is at the identity provider, where they sign in, too.")
        String subject,

        @Nullable String note,

        @Nullable @Schema(description = "What it is limited to; without, to all its role may.")
        List<String> scopes,

        @Nullable @Schema(description = "From where it may be used; without, from everywhere.")
        List<String> allowedAddresses,

        @Nullable @Schema(description = "Requests a minute.")
        Integer rateLimit,

        @JsonProperty(required = true) String createdAt,
        @Nullable String expiresAt,
        @Nullable String revokedAt,

        @Nullable @Schema(description = "After a rotation: until when the secret before goes on working.")
        String formerSecretUntil,

        @Nullable @Schema(description = "When it was used last, to the minute or so.")
        String lastUsedAt,

        @Nullable @Schema(description = "The credential, shown once.")
        String key) {

    static KeyView of(ApiKey key) {
        return of(key, null);
    }

    static KeyView of(ApiKey key, @Nullable Credential credential) {
        return new KeyView(
                key.id,
                key.holder.holder == null ? key.holder.name : key.holder.holder,
                key.holder.pseudonym,
                key.role,
                key.holder.agent,
                key.holder.subject,
                key.note,
                list(key.scopes),
                list(key.addresses),
                key.rateLimit,
                SystemTime.text(key.createdAt),
                text(key.expiresAt),
                text(key.revokedAt),
                text(key.formerUntil),
                text(key.lastUsedAt),
                credential == null ? null : credential.text());
    }

    private static @Nullable List<String> list(@Nullable String words) {
        return words == null ? null : Limits.words(words);
    }

    private static @Nullable String text(@Nullable Instant instant) {
        return instant == null ? null : SystemTime.text(instant);
    }
}
