package org.claimtrail.assessments;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The bodies of steps. */
final class StepComments {

    private StepComments() {}

    /** A comment that may be left out. */
    @Schema(name = "Comment", description = "What you want to say with the step; may be left out.")
    record Note(@Size(max = 10000) @Nullable String comment) {}

    /** A comment that must be given. */
    @Schema(name = "RequiredComment", description = "What is to be done.")
    record Required(@NotBlank @Size(max = 10000) String comment) {}
}
