package org.claimtrail.assessments;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Size;
import org.claimtrail.shared.id.Kind;
import org.claimtrail.shared.validation.IdOf;
import org.claimtrail.sources.Fragment;
import org.claimtrail.sources.Position;
import org.claimtrail.sources.Quote;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What an assessment rests on. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonIgnoreProperties("sealedBy")
@Schema(name = "Evidence", description = "What an assessment rests on.")
public record NewEvidence(
        @IdOf(Kind.SOURCE) @Nullable @Schema(description = "Required unless the evidence is confidential.")
        String source,

        @Valid @Nullable Quote quote,
        @Valid @Nullable Position position,
        @Valid @Nullable Fragment fragment,

        @Nullable @Schema(description = "Required unless the evidence is withheld from you.")
        Stance stance,

        @Size(max = 10000) @Nullable String note,

        @Nullable
        @Schema(description = "Source protection: the public sees that evidence is withheld and why, never what.")
        Boolean confidential,

        @Size(max = 500) @Nullable @Schema(description = "What the public is told; required when confidential.")
        String withheldReason,

        @Nullable
        @Schema(description = "True to keep evidence that is withheld from you, with its commitment, in an edit.")
        Boolean withheld,

        @Size(max = 71) @Nullable @Schema(description = "Names the withheld evidence that is kept.")
        String commitment) {

    /** What the evidence does to the claim. */
    public enum Stance {
        @JsonProperty("supports")
        SUPPORTS,
        @JsonProperty("refutes")
        REFUTES,
        @JsonProperty("context")
        CONTEXT
    }

    boolean concealed() {
        return Boolean.TRUE.equals(confidential);
    }

    /** Evidence that whoever edits may not see, and leaves as it is. */
    boolean kept() {
        return Boolean.TRUE.equals(withheld);
    }

    @JsonIgnore
    @Schema(hidden = true)
    @AssertTrue(message = "expected a stance: supports, refutes or context")
    boolean isStanced() {
        return stance != null || kept();
    }

    @JsonIgnore
    @Schema(hidden = true)
    @AssertTrue(message = "expected a source, or confidential evidence")
    boolean isSourced() {
        return source != null || concealed() || kept();
    }

    @JsonIgnore
    @Schema(hidden = true)
    @AssertTrue(message = "expected withheldReason exactly when the evidence is confidential")
    boolean isReasoned() {
        return kept() || concealed() == (withheldReason != null && !withheldReason.isBlank());
    }
}
