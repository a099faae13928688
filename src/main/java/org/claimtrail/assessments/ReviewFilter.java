package org.claimtrail.assessments;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import org.claimtrail.shared.http.Params;
import org.claimtrail.shared.http.Problem;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** What of all that waits is asked for. */
public class ReviewFilter {

    private static final String ME = "me";
    private static final String NONE = "none";

    @QueryParam("assignee")
    @Parameter(description = "Only what is assigned to this pseudonym, to `me`, or to `none`.")
    @Nullable
    String assignee;

    @QueryParam("due")
    @Parameter(description = "Only what is overdue.")
    @Nullable
    Due due;

    @QueryParam("dueBefore")
    @Parameter(description = "Only what is due before this instant (RFC 3339).")
    @Nullable
    String dueBefore;

    @QueryParam("state")
    @Parameter(description = "Only versions that stand there.")
    @Nullable
    Waiting state;

    @QueryParam("desk")
    @Parameter(description = "Only records of this desk.")
    @Nullable
    String desk;

    /** Narrows the query of a reader. */
    void narrow(ReviewQuery query, String me, Instant now) {
        if (assignee != null) {
            narrowToAssignee(query, assignee, me);
        }
        if (due != null) {
            query.where("e.due < :now", "now", now);
        }
        if (dueBefore != null) {
            query.where("e.due < :dueBefore", "dueBefore", Params.instant("dueBefore", dueBefore));
        }
        if (state != null) {
            query.where(state.condition);
        }
    }

    private static void narrowToAssignee(ReviewQuery query, String assignee, String me) {
        if (assignee.equals(NONE)) {
            query.where("e.assignee is null");
            return;
        }
        if (!assignee.equals(ME) && !assignee.startsWith("a:")) {
            throw Problem.badParameter("assignee", "expected me, none, or a pseudonym that begins with a:.");
        }
        query.where("e.assignee = :assignee", "assignee", assignee.equals(ME) ? me : assignee);
    }

    /** How urgent it is. */
    public enum Due {
        @JsonProperty("overdue")
        OVERDUE
    }

    /** Where a version stands that waits; a scheduled one is approved, and waits for its time alone. */
    public enum Waiting {
        @JsonProperty("in_review")
        IN_REVIEW("e.state = 'IN_REVIEW'"),
        @JsonProperty("approved")
        APPROVED("e.state = 'APPROVED' and e.publishAt is null"),
        @JsonProperty("scheduled")
        SCHEDULED("e.publishAt is not null");

        private final String condition;

        Waiting(String condition) {
            this.condition = condition;
        }
    }
}
