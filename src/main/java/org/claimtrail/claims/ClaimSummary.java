package org.claimtrail.claims;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import org.claimtrail.history.RecordPaths;
import org.claimtrail.shared.id.TypeId;
import org.claimtrail.shared.time.SystemTime;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A claim in a list. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "A claim in a list.")
public record ClaimSummary(
        @JsonProperty(required = true) String id,
        @JsonProperty(required = true) int version,
        @JsonProperty(required = true) String text,
        @JsonProperty(required = true) String inLanguage,
        @JsonProperty(required = true) AgentName claimant,
        @Nullable String statedOn,
        @JsonProperty(required = true) List<String> about,
        @JsonProperty(required = true) ClaimStatus status,
        @Nullable String mergedInto,
        @JsonProperty(required = true) List<VerdictSummary> verdicts,
        @JsonProperty(required = true) String recordedAt) {

    /** An agent by name. */
    @Schema(description = "An agent by name.")
    public record AgentName(
            @JsonProperty(required = true) String id,
            @JsonProperty(required = true) String name) {}

    /**
     * What one assessor says.
     *
     * @param validFrom the first day on which it holds, in EDTF; null for all before
     * @param validTo the last day, in EDTF; null for all behind
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(
            description =
                    "What one assessor says, or said until it was withdrawn (`state`), of the days from `validFrom` to"
                            + " `validTo` where there are such.")
    public record VerdictSummary(
            @JsonProperty(required = true) String assessment,
            @JsonProperty(required = true) AgentName assessor,
            @JsonProperty(required = true) RatingSummary rating,
            @JsonProperty(required = true) VerdictState state,
            @Nullable String validFrom,
            @Nullable String validTo,
            @JsonProperty(required = true) String publishedAt,
            @JsonProperty(required = true) String changeType,
            @JsonProperty(required = true) String url) {}

    /**
     * A rating.
     *
     * @param score 0 to 1 on the normalised axis; null where nothing can be said
     */
    @Schema(name = "RatingSummary", description = "A rating; `score` is null where nothing can be said.")
    public record RatingSummary(
            @JsonProperty(required = true) String code,
            @JsonProperty(required = true) String label,

            @JsonProperty(required = true) @Schema(nullable = true) @Nullable
            Double score) {}

    /**
     * A claim as everyone who may see these things is shown it.
     *
     * @param verdicts the latest first
     * @param names of agents, by id; one without is shown by the id
     */
    static ClaimSummary of(Claim row, NewClaim content, List<ClaimVerdict> verdicts, Map<String, String> names) {
        return new ClaimSummary(
                row.id().toString(),
                row.version(),
                content.text(),
                content.inLanguage(),
                name(row.claimant, names),
                content.statedOn(),
                content.about(),
                row.status,
                row.mergedInto,
                verdicts.stream().map(verdict -> verdict(verdict, names)).toList(),
                SystemTime.text(row.knownFrom()));
    }

    private static VerdictSummary verdict(ClaimVerdict verdict, Map<String, String> names) {
        return new VerdictSummary(
                verdict.assessmentId,
                name(verdict.assessor, names),
                new RatingSummary(verdict.rating, verdict.label, verdict.score),
                verdict.state(),
                verdict.validFrom,
                verdict.validTo,
                SystemTime.text(verdict.knownFrom),
                verdict.changeType,
                RecordPaths.of(TypeId.parse(verdict.assessmentId), verdict.version));
    }

    private static AgentName name(String id, Map<String, String> names) {
        return new AgentName(id, names.getOrDefault(id, id));
    }
}
