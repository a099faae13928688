package org.claimtrail.access;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.claimtrail.shared.id.Kind;
import org.claimtrail.shared.validation.IdOf;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A key to be made.
 *
 * @param holder the person's name; keys of one name are one person's, also where four eyes are needed
 */
@Schema(description = "A key to be made.")
public record NewKey(
        @NotBlank @Size(max = 200) @Schema(description = "Who will use it. Keys of one name belong to one person.")
        String holder,

        @NotNull Role role,

        @IdOf(Kind.AGENT)
        @Nullable
        @Schema(description = "The agent record that is this person; named as author in what they publish.")
        String agent,

        @Size(max = 500) @Nullable @Schema(description = "What the key is for.")
        String note) {}
