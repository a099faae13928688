package org.claimtrail.claims;

import java.time.Instant;
import org.claimtrail.shared.id.TypeId;
import org.jspecify.annotations.Nullable;

/**
 * What an assessment says of a claim, as lists of claims show it. Pushed by the assessments when they publish.
 *
 * @param version the published version of the assessment
 * @param label of the rating, in the language that comes first in its scale
 * @param score 0 to 1 on the normalised axis; null where nothing can be said
 * @param effect on what was published of the assessment before
 * @param validFrom the first day on which it holds, in EDTF; null for all before
 * @param validTo the last day, in EDTF; null for all behind
 */
public record Verdict(
        TypeId claim,
        TypeId assessment,
        int version,
        String assessor,
        String rating,
        String label,
        @Nullable Double score,
        String changeType,
        Effect effect,
        @Nullable String validFrom,
        @Nullable String validTo,
        Instant publishedAt) {

    /** What becomes of the verdicts of the same assessment that were published before. */
    public enum Effect {
        /** They hold on for the days that this one leaves them. */
        LEAVES,
        /** The last one holds on no day any more. */
        REPLACES,
        /** None holds any more, on whatever day: this one voids or retracts the verdict. */
        ENDS
    }

    /** False when it voids or retracts the verdict. */
    boolean stands() {
        return effect != Effect.ENDS;
    }
}
