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
 * @param stands false when the version voids or retracts the verdict
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
        boolean stands,
        Instant publishedAt) {}
