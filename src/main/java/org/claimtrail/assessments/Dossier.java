package org.claimtrail.assessments;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.claimtrail.claims.ClaimSummary;
import org.claimtrail.shared.json.RawJson;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Everything about one claim in one answer. Records stand in it as they were committed. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "Everything about one claim in one answer; records stand in it as they were committed.")
record Dossier(
        @JsonProperty(required = true) @Schema(ref = "#/components/schemas/Claim")
        RawJson claim,

        @JsonProperty(required = true) @Schema(ref = "#/components/schemas/Agent") @Nullable
        RawJson claimant,

        @JsonProperty(required = true)
        @Schema(implementation = Object[].class, description = "The sources of the appearances.")
        List<RawJson> sources,

        @JsonProperty(required = true) List<DossierAssessment> assessments,
        @JsonProperty(required = true) List<CorrectionEntry> corrections,
        @JsonProperty(required = true) List<DossierRelation> relations,

        @JsonProperty(required = true)
        @Schema(description = "The claims that were merged into it, with what was published about them; 200 at most.")
        List<ClaimSummary> mergedFrom) {

    /** A published assessment. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(description = "A published assessment: who judges, the rating, and the version as it was committed.")
    record DossierAssessment(
            @JsonProperty(required = true) ClaimSummary.AgentName assessor,
            @JsonProperty(required = true) ClaimSummary.RatingSummary rating,
            @JsonProperty(required = true) State state,
            @Nullable String approver,
            @JsonProperty(required = true) String publishedAt,
            @JsonProperty(required = true) String url,

            @JsonProperty(required = true) @Schema(ref = "#/components/schemas/Assessment")
            RawJson content) {}

    /** A relation, and the claim at its other end. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(description = "A relation, and the claim at its other end.")
    record DossierRelation(
            @JsonProperty(required = true) @Schema(ref = "#/components/schemas/Relation")
            RawJson relation,

            @Nullable ClaimSummary other) {}
}
