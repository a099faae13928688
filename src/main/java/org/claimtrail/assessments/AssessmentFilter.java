package org.claimtrail.assessments;

import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.Optional;
import org.claimtrail.claims.Holding;
import org.claimtrail.shared.http.Params;
import org.claimtrail.shared.id.Kind;
import org.claimtrail.shared.id.TypeId;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Which assessments are asked for. */
public class AssessmentFilter {

    @QueryParam("assessor")
    @Parameter(description = "Only assessments of this agent.")
    @Nullable
    String assessor;

    @QueryParam("rating")
    @Parameter(description = "Only ratings of this code.", example = "unproven")
    @Nullable
    String rating;

    @QueryParam("state")
    @Parameter(description = "Only versions in this state.")
    @Nullable
    State state;

    @QueryParam("changeType")
    @Parameter(description = "Only changes of this type.")
    @Nullable
    ChangeType changeType;

    @QueryParam("asOf")
    @Parameter(
            description =
                    "Of each assessment the published version whose verdict holds on this day (YYYY-MM-DD, world time).",
            example = "2025-11-10")
    @Nullable
    String asOf;

    @QueryParam("desk")
    @Parameter(description = "Only records of this desk; for staff.")
    @Nullable
    String desk;

    /** The verdicts of a day; null for those that readers see whatever day they are of. */
    @Nullable
    Holding holding(@Nullable Instant knownAt) {
        return asOf == null ? null : new Holding(Params.day("asOf", asOf), knownAt);
    }

    Optional<String> assessor() {
        return Optional.ofNullable(assessor)
                .map(text -> Params.id(Kind.AGENT, "assessor", text))
                .map(TypeId::toString);
    }
}
