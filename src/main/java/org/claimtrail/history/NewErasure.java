package org.claimtrail.history;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The request to erase a record. It takes no free text: what the log keeps of it is kept for ever. */
@Schema(name = "NewErasure", description = "On which legal basis a record is erased.")
public record NewErasure(
        @NotNull @Schema(description = "The legal basis, which readers are told.")
        ErasureBasis basis) {

    /** Of the API description. */
    public static final String EXAMPLE = """
            {"basis":"gdpr_art_17"}""";
}
