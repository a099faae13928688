package org.claimtrail.assessments;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why a verdict ends, and what readers are told. */
@Schema(description = "Why a verdict ends, and what readers are told.")
public record Ending(
        @NotBlank @Size(max = 2000) String changeReason,
        @NotBlank @Size(max = 5000) String correctionNotice) {}
