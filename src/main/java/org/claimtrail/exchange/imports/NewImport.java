package org.claimtrail.exchange.imports;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Optional;
import org.claimtrail.shared.id.Kind;
import org.claimtrail.shared.id.TypeId;
import org.claimtrail.shared.validation.IdOf;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An import to be started. Properties that the service writes are ignored. */
@JsonIgnoreProperties({"id", "actor", "startedAt", "recorded"})
@Schema(description = "An import to be started.")
public record NewImport(
        @NotBlank @Size(max = 200) @Schema(description = "Where the records come from, as people call it.")
        String name,

        @Nullable
        @IdOf(Kind.DESK)
        @Schema(description = "The desk whose the claims and assessments shall be; nobody's without.")
        String desk) {

    Optional<TypeId> deskId() {
        return Optional.ofNullable(desk).map(TypeId::parse);
    }
}
