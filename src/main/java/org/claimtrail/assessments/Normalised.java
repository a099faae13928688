package org.claimtrail.assessments;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A rating on the axis that all scales share.
 *
 * @param score 0 (false) to 1 (true); null where nothing can be said, as with “unproven”, never a number in the middle
 */
@Schema(name = "NormalisedVerdict", description = "A rating on the axis that all scales share.")
public record Normalised(
        @JsonInclude(JsonInclude.Include.ALWAYS)
        @DecimalMin("0")
        @DecimalMax("1")
        @Nullable
        @Schema(nullable = true, description = "0 (false) to 1 (true); null where nothing can be said.")
        Double score,

        @NotNull @Size(max = 20) @Schema(required = false) List<@NotNull Flag> flags) {

    public Normalised {
        flags = flags == null ? List.of() : List.copyOf(flags);
    }

    /** Whether it says the same; in which order flags stand says nothing. */
    boolean means(Normalised other) {
        return Objects.equals(score, other.score) && Set.copyOf(flags).equals(Set.copyOf(other.flags));
    }

    /** What is wrong with a claim beside its truth, or instead of it. */
    public enum Flag {
        @JsonProperty("missing_context")
        MISSING_CONTEXT,
        @JsonProperty("satire")
        SATIRE,
        @JsonProperty("outdated")
        OUTDATED,
        @JsonProperty("altered_media")
        ALTERED_MEDIA,
        @JsonProperty("miscaptioned")
        MISCAPTIONED,
        @JsonProperty("unproven")
        UNPROVEN,
        @JsonProperty("exaggerated")
        EXAGGERATED,
        @JsonProperty("labeled_opinion")
        LABELED_OPINION,
        @JsonProperty("disputed")
        DISPUTED,
        @JsonProperty("other")
        OTHER
    }
}
