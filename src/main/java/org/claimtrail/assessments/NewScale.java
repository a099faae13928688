package org.claimtrail.assessments;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.claimtrail.shared.id.Kind;
import org.claimtrail.shared.validation.IdOf;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A rating scale. Properties that the service writes are ignored, so that a record read can be sent back. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonIgnoreProperties({"id", "version", "recordedAt"})
@Schema(description = "The ratings an organisation uses, and what each means on the common axis.")
public record NewScale(
        @NotNull @IdOf(Kind.AGENT) String owner,
        @NotBlank @Size(max = 200) String name,
        @NotEmpty @Size(max = 50) @DistinctCodes List<@NotNull @Valid Rating> ratings,

        @Size(max = 2000) @Nullable @Schema(description = "Why the record changes; required in an edit.")
        String changeReason) {

    public NewScale {
        ratings = ratings == null ? List.of() : List.copyOf(ratings);
    }

    Map<String, String> references() {
        return Map.of("/owner", owner);
    }

    Optional<Rating> rating(String code) {
        return ratings.stream().filter(rating -> rating.code().equals(code)).findFirst();
    }
}
