package org.claimtrail.assessments;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.claimtrail.shared.validation.WebUrl;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What was done to a picture, video or recording: schema.org's MediaReview. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "What was done to a picture, video or recording (schema.org MediaReview).")
public record MediaReview(
        @NotNull Category mediaAuthenticityCategory,
        @WebUrl @Nullable String originalMediaLink,

        @Size(max = 5000) @Nullable @Schema(description = "What was changed, or what the original shows.")
        String originalMediaContextDescription) {

    /** schema.org's MediaManipulationRatingEnumeration. */
    public enum Category {
        @JsonProperty("DecontextualizedContent")
        DECONTEXTUALIZED,
        @JsonProperty("EditedOrCroppedContent")
        EDITED_OR_CROPPED,
        @JsonProperty("OriginalMediaContent")
        ORIGINAL,
        @JsonProperty("SatireOrParodyContent")
        SATIRE_OR_PARODY,
        @JsonProperty("StagedContent")
        STAGED,
        @JsonProperty("TransformedContent")
        TRANSFORMED
    }
}
