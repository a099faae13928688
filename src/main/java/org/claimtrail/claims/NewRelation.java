package org.claimtrail.claims;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.LinkedHashMap;
import java.util.Map;
import org.claimtrail.shared.id.Kind;
import org.claimtrail.shared.validation.IdOf;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How one claim relates to another. Properties that the service writes are ignored, so that a record read can be sent back. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonIgnoreProperties({"id", "version", "recordedAt", "confirmedBy"})
@Schema(description = "What one claim (`from`) is to another (`to`).")
public record NewRelation(
        @NotNull @IdOf(Kind.CLAIM) String from,
        @NotNull RelationType type,
        @NotNull @IdOf(Kind.CLAIM) String to,

        @NotNull @Schema(description = "Confirmed unless said otherwise.", required = false)
        RelationState state,

        @DecimalMin("0") @DecimalMax("1") @Nullable @Schema(description = "How sure a program is, 0 to 1.")
        Double score,

        @IdOf(Kind.AGENT) @Nullable @Schema(description = "Who proposed it, where it was not the author.")
        String suggestedBy,

        @Size(max = 5000) @Nullable String note,

        @Size(max = 2000) @Nullable @Schema(description = "Why the record changes; required in an edit.")
        String changeReason) {

    public NewRelation {
        state = state == null ? RelationState.CONFIRMED : state;
    }

    /** What it refers to: JSON pointer to id. */
    Map<String, String> references() {
        Map<String, String> references = new LinkedHashMap<>();
        references.put("/from", from);
        references.put("/to", to);
        if (suggestedBy != null) {
            references.put("/suggestedBy", suggestedBy);
        }
        return references;
    }
}
