package org.claimtrail.claims;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.claimtrail.shared.id.Kind;
import org.claimtrail.shared.validation.IdOf;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One link on the way from who said it to who published it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "One link on the way from who said it to who published it.")
public record Attribution(
        @NotNull @IdOf(Kind.AGENT) String agent,
        @NotNull AttributionMode mode,
        @Size(max = 2000) @Nullable String note) {}
