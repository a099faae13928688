package org.claimtrail.assessments;

import jakarta.ws.rs.QueryParam;
import java.util.Optional;
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

    @QueryParam("desk")
    @Parameter(description = "Only records of this desk; for staff.")
    @Nullable
    String desk;

    Optional<String> assessor() {
        return Optional.ofNullable(assessor)
                .map(text -> Params.id(Kind.AGENT, "assessor", text))
                .map(TypeId::toString);
    }
}
