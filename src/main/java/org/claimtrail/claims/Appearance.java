package org.claimtrail.claims;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.claimtrail.shared.id.Kind;
import org.claimtrail.shared.validation.IdOf;
import org.claimtrail.sources.Fragment;
import org.claimtrail.sources.Position;
import org.claimtrail.sources.Quote;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Where a claim was made or reported.
 *
 * @param attribution from the origin to the outlet; no agent stands in it twice
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "Where the claim was made or reported, and through whom it got there.")
public record Appearance(
        @NotNull @IdOf(Kind.SOURCE) String source,
        @Valid @Nullable Quote quote,
        @Valid @Nullable Position position,
        @Valid @Nullable Fragment fragment,

        @NotEmpty
        @Size(max = 20)
        @AcyclicChain
        @Schema(
                description =
                        "From the origin to the outlet; “a government source said it, the paper reported it” is two links."
                                + " One that begins with `denied` tells of a denial: it is no origin of the claim.")
        List<@NotNull @Valid Attribution> attribution) {

    public Appearance {
        attribution = attribution == null ? List.of() : List.copyOf(attribution);
    }

    /** Whether somebody is reported here who says that it is not so. */
    boolean denies() {
        return attribution.get(0).mode() == AttributionMode.DENIED;
    }
}
