package org.claimtrail.access;

import java.time.DateTimeException;
import java.time.Duration;
import org.claimtrail.shared.http.Problem;
import org.claimtrail.shared.http.ProblemType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How a key's secret is replaced. */
@Schema(description = "How long the old secret goes on working.")
public record NewSecret(
        @Nullable
        @Schema(
                description = "ISO 8601 duration in days, hours, minutes and seconds, from `PT0S` (it ends at once) to"
                        + " `P30D`. Default: `PT24H`.")
        String overlap) {

    private static final Duration DEFAULT = Duration.ofHours(24);
    private static final Duration LONGEST = Duration.ofDays(30);

    /** @throws Problem 422 when it is none, negative or too long */
    Duration duration() {
        if (overlap == null) {
            return DEFAULT;
        }
        try {
            Duration duration = Duration.parse(overlap);
            if (!duration.isNegative() && duration.compareTo(LONGEST) <= 0) {
                return duration;
            }
        } catch (DateTimeException e) {
            // refused below, as one that is too long is
        }
        throw Problem.of(ProblemType.INVALID, "The overlap cannot be kept.")
                .at("/overlap", "not_a_duration", "Expected an ISO 8601 duration from PT0S to P30D, like PT24H.");
    }
}
