package org.claimtrail.history;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The request to withhold a record. */
@Schema(name = "NewWithholding", description = "Why a record is withheld.")
public record NewWithholding(
        @NotNull @Schema(description = "The ground, which readers are told.")
        WithholdingReason reason) {

    static final String EXAMPLE = """
            {"reason":"privacy"}""";
}
