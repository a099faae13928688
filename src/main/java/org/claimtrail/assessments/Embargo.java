package org.claimtrail.assessments;

import jakarta.validation.constraints.NotNull;
import org.claimtrail.shared.validation.Timestamp;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** When a version is published; a body without it is refused, since it would publish at once what should wait. */
@Schema(name = "Embargo", description = "When the version is published, by itself.")
record Embargo(
        @NotNull @Timestamp @Schema(description = "RFC 3339, to come, within a year.")
        String at) {}
