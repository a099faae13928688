package org.claimtrail.history;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.claimtrail.shared.id.Kind;
import org.claimtrail.shared.validation.IdOf;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Which desk a record goes to, and why. */
@Schema(name = "Transfer", description = "Which desk the record goes to, and why.")
public record Transfer(
        @NotNull @IdOf(Kind.DESK) String desk,
        @NotBlank @Size(max = 2000) String reason) {

    /** For the API description; the desk has to be one of the service's own. */
    public static final String EXAMPLE =
            "{\"desk\":\"desk_01k98n0b00e8t9v2m4c6x1z3q5\",\"reason\":\"health looks after it from now on\"}";
}
