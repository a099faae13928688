package org.claimtrail.assessments;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.claimtrail.sources.Fragment;
import org.claimtrail.sources.Position;
import org.claimtrail.sources.Quote;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A version of an assessment as the API description shows it; what is served are the stored bytes. */
@Schema(name = "Assessment", description = "What an organisation judges of a claim, and on what evidence.")
record AssessmentView(
        @JsonProperty(required = true) String id,
        @JsonProperty(required = true) int version,
        @JsonProperty(required = true) String recordedAt,
        @JsonProperty(required = true) String claim,
        @JsonProperty(required = true) String assessor,
        @JsonProperty(required = true) String author,
        @JsonProperty(required = true) String scale,
        @JsonProperty(required = true) int scaleVersion,
        @JsonProperty(required = true) String rating,
        @JsonProperty(required = true) Normalised verdict,
        @Nullable String ratingExplanation,
        @Nullable String body,
        @Nullable String method,
        @JsonProperty(required = true) List<EvidenceView> evidence,
        @Nullable String validFrom,
        @Nullable String validTo,
        @Nullable MediaReview mediaReview,
        @Nullable ChangeType changeType,
        @Nullable String changeReason,
        @Nullable String correctionNotice,

        @Nullable @Schema(description = "The version that readers saw before.")
        Integer previousVersion,

        @Nullable @Schema(description = "The rating that readers saw before.")
        String previousRating) {

    /** Evidence, or the place that is kept for what is withheld. */
    @Schema(
            name = "ShownEvidence",
            description = "Evidence; or `withheld`, with the reason and a commitment to what is withheld.")
    record EvidenceView(
            @Nullable Boolean withheld,
            @Nullable String withheldReason,

            @Nullable @Schema(description = "Salted SHA-256 of the withheld evidence.")
            String commitment,

            @Nullable Boolean confidential,

            @Nullable @Schema(description = "The pseudonym of who sealed it.")
            String sealedBy,

            @Nullable String source,
            @Nullable Quote quote,
            @Nullable Position position,
            @Nullable Fragment fragment,
            NewEvidence.@Nullable Stance stance,
            @Nullable String note) {}
}
