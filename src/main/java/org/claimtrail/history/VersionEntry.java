package org.claimtrail.history;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.claimtrail.shared.json.StoredJson;
import org.claimtrail.shared.time.SystemTime;
import org.jspecify.annotations.Nullable;

/**
 * A version in the list of versions.
 *
 * @param publishedAt when readers began to see it; absent for what is not published
 * @param supersededAt when the next one took its place; absent for what stands
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record VersionEntry(
        @JsonProperty(required = true) int version,
        @JsonProperty(required = true) String recordedAt,
        @Nullable String publishedAt,
        @Nullable String supersededAt,
        @Nullable String changeType,
        @Nullable String changeReason,
        @Nullable String correctionNotice,
        @Nullable String author,
        @JsonProperty(required = true) String etag,
        @JsonProperty(required = true) String event,
        @JsonProperty(required = true) String url) {

    static VersionEntry of(Version version, String path) {
        JsonNode content = StoredJson.read(version.content());
        return new VersionEntry(
                version.n(),
                SystemTime.text(version.recordedAt()),
                text(version.knownFrom()),
                text(version.knownUntil()),
                content.path("changeType").textValue(),
                content.path("changeReason").textValue(),
                content.path("correctionNotice").textValue(),
                content.path("author").textValue(),
                version.tag(),
                version.event().toString(),
                path + "/versions/" + version.n());
    }

    private static @Nullable String text(@Nullable Instant instant) {
        return instant == null || instant.equals(SystemTime.FOREVER) ? null : SystemTime.text(instant);
    }
}
