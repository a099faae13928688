package org.claimtrail.sources;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What was captured of a source: enough to tell whether a copy is the same, never the work itself. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "A fingerprint of the bytes that were captured.")
public record Capture(
        @NotNull @Pattern(regexp = "[0-9a-f]{64}", message = "expected a SHA-256 in 64 lower-case hexadecimal digits")
        String sha256,

        @NotNull
        @Pattern(
                regexp = "[A-Za-z0-9!#$&^_.+-]{1,127}/[A-Za-z0-9!#$&^_.+-]{1,127}",
                message = "expected a media type like text/html")
        String mediaType,

        @PositiveOrZero long size) {}
