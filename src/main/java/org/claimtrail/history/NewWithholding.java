package org.claimtrail.history;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The request to withhold a record.
 *
 * @param note for the file: committed to with the event, shown to nobody over this interface
 */
@Schema(name = "NewWithholding", description = "Why a record is withheld.")
public record NewWithholding(
        @NotNull @Schema(description = "The ground, which readers are told.")
        WithholdingReason reason,

        @Size(max = 2000)
        @Schema(description = "For the file. Committed to by the audit event; no answer ever shows it.")
        @Nullable
        String note) {

    static final String EXAMPLE = """
            {"reason":"privacy","note":"The person asked us to look into it."}""";
}
