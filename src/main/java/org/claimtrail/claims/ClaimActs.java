package org.claimtrail.claims;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.claimtrail.shared.id.Kind;
import org.claimtrail.shared.validation.IdOf;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The bodies of what editors do with claims. */
final class ClaimActs {

    private ClaimActs() {}

    /** Merge. */
    @Schema(name = "ClaimMerge", description = "Which claim goes on, and why this one is the same.")
    record Merge(
            @NotNull @IdOf(Kind.CLAIM) @Schema(description = "The claim that goes on.")
            String into,

            @NotBlank @Size(max = 2000) String changeReason) {}

    /** Withdraw or reopen. */
    @Schema(name = "ClaimStep", description = "Why.")
    record Step(@NotBlank @Size(max = 2000) String changeReason) {}
}
