package org.claimtrail.assessments;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.claimtrail.shared.edtf.DayRange;
import org.claimtrail.shared.id.Kind;
import org.claimtrail.shared.validation.EdtfDate;
import org.claimtrail.shared.validation.IdOf;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What an organisation judges. Properties that the service writes are ignored, so that a record read can be sent back. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonIgnoreProperties({"id", "version", "recordedAt", "claim", "author", "verdict", "previousRating", "previousVersion"
})
@Schema(description = "What an organisation judges of a claim, and on what evidence.")
public record NewAssessment(
        @NotNull @IdOf(Kind.AGENT) @Schema(description = "The organisation that judges.")
        String assessor,

        @NotNull @IdOf(Kind.SCALE) String scale,

        @Positive @Nullable @Schema(description = "The scale's version; the current one is pinned when it is left out.")
        Integer scaleVersion,

        @NotBlank @Size(max = 64) @Schema(description = "A code of the scale.")
        String rating,

        @Size(max = 2000) @Nullable @Schema(description = "The verdict in a sentence.")
        String ratingExplanation,

        @Size(max = 65536) @Nullable @Schema(description = "Markdown.")
        String body,

        @Size(max = 5000) @Nullable @Schema(description = "How the desk went about it.")
        String method,

        @NotNull @Size(max = 200) @Schema(required = false) List<@NotNull @Valid NewEvidence> evidence,

        @EdtfDate @Nullable @Schema(description = "From which day the verdict holds in the world (EDTF).")
        String validFrom,

        @EdtfDate @Nullable @Schema(description = "Until which day the verdict holds in the world (EDTF).")
        String validTo,

        @Valid @Nullable MediaReview mediaReview,

        @Nullable
        @Schema(description = "Required once a version is published; void and retraction are steps of their own.")
        ChangeType changeType,

        @Size(max = 2000) @Nullable @Schema(description = "Required once a version is published.")
        String changeReason,

        @Size(max = 5000)
        @Nullable
        @Schema(description = "What readers are told; required for a clarification and a correction.")
        String correctionNotice) {

    public NewAssessment {
        evidence = evidence == null ? List.of() : List.copyOf(evidence);
    }

    /** The ids of all records that have to be there. */
    List<String> known() {
        return Stream.concat(references().values().stream(), Stream.of(scale)).toList();
    }

    /** What it refers to: JSON pointer to id. The scale is looked up by itself. */
    Map<String, String> references() {
        Map<String, String> references = new LinkedHashMap<>();
        references.put("/assessor", assessor);
        for (int i = 0; i < evidence.size(); i++) {
            String source = evidence.get(i).source();
            if (source != null) {
                references.put("/evidence/" + i + "/source", source);
            }
        }
        return references;
    }

    @JsonIgnore
    @Schema(hidden = true)
    @AssertTrue(message = "expected validTo not to be before validFrom")
    boolean isValidityForward() {
        try {
            return validFrom == null
                    || validTo == null
                    || DayRange.of(validFrom).from() <= DayRange.of(validTo).until();
        } catch (IllegalArgumentException e) {
            return true; // no date at all: said by its own constraint
        }
    }
}
