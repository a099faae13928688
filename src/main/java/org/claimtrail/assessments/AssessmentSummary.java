package org.claimtrail.assessments;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.Map;
import org.claimtrail.claims.ClaimSummary.AgentName;
import org.claimtrail.claims.ClaimSummary.RatingSummary;
import org.claimtrail.history.RecordPaths;
import org.claimtrail.shared.time.SystemTime;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A version of an assessment in a list, and where it stands.
 *
 * @param changeType of a version behind the first published one
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "A version of an assessment, and where it stands.")
record AssessmentSummary(
        @JsonProperty(required = true) String id,
        @JsonProperty(required = true) String claim,
        @JsonProperty(required = true) AgentName assessor,
        @JsonProperty(required = true) int version,
        @JsonProperty(required = true) State state,
        @JsonProperty(required = true) RatingSummary rating,
        @Nullable ChangeType changeType,
        @JsonProperty(required = true) String author,
        @Nullable String approver,
        @JsonProperty(required = true) String recordedAt,
        @Nullable String publishedAt,
        @JsonProperty(required = true) String url) {

    static AssessmentSummary of(AssessmentVersion row, State state, Map<String, String> names) {
        return new AssessmentSummary(
                row.id,
                row.claimId,
                new AgentName(row.assessor, names.getOrDefault(row.assessor, row.assessor)),
                row.version,
                state,
                new RatingSummary(row.rating, row.label, row.score),
                row.changeType,
                row.author,
                row.approver,
                SystemTime.text(row.recordedAt),
                text(row.knownFrom),
                RecordPaths.of(row.id(), row.version));
    }

    private static @Nullable String text(@Nullable Instant instant) {
        return instant == null ? null : SystemTime.text(instant);
    }
}
