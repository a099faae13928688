package org.claimtrail.assessments;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.claimtrail.access.Actor;
import org.claimtrail.access.Reviewers;
import org.claimtrail.history.RecordDesks;
import org.claimtrail.shared.http.Problem;
import org.claimtrail.shared.http.ProblemType;
import org.claimtrail.shared.id.TypeId;
import org.claimtrail.shared.json.Rfc3339;
import org.claimtrail.shared.time.SystemTime;
import org.claimtrail.shared.who.Right;
import org.jspecify.annotations.Nullable;

/** Who is to review a version, and until when. Editors assign, and authors propose for what they wrote. */
@ApplicationScoped
class ReviewAssignments {

    private final Assessments assessments;
    private final Reviewers reviewers;
    private final RecordDesks desks;
    private final Steps steps;

    ReviewAssignments(Assessments assessments, Reviewers reviewers, RecordDesks desks, Steps steps) {
        this.assessments = assessments;
        this.reviewers = reviewers;
        this.desks = desks;
        this.steps = steps;
    }

    /** Assigns the version that is under way, and returns what holds from now on. */
    @Transactional
    Assigned assign(Actor by, TypeId id, @Nullable String ifMatch, ReviewAssignment wanted) {
        Open open = assessments.lock(id, Right.WRITE).matching(ifMatch);
        if (!desks.rights(id).edits() && !open.state().isWrittenBy(by)) {
            throw Problem.of(
                    ProblemType.FORBIDDEN, "Reviews are assigned by editors, and proposed by authors of the version.");
        }
        String assignee = wanted.assignee();
        if (assignee != null) {
            requireReviewer(assignee, open, desks.of(id));
        }
        Instant due = Optional.ofNullable(wanted.due())
                .flatMap(Rfc3339::parse)
                .map(at -> at.truncatedTo(ChronoUnit.MICROS))
                .orElse(null);
        TypeId event = steps.assign(by, open, assignee, due);
        return new Assigned(new ReviewAssignment(assignee, due == null ? null : SystemTime.text(due)), event);
    }

    private void requireReviewer(String assignee, Open open, Optional<String> desk) {
        if (!reviewers.isKnown(assignee)) {
            throw refused("unknown_reference", "There is nobody " + assignee + " here.");
        }
        if (!reviewers.mayApprove(assignee, desk)) {
            throw refused("not_allowed", assignee + " may not approve it.");
        }
        if (open.state().authors().contains(assignee)) {
            throw refused("four_eyes", assignee + " wrote on this version.");
        }
    }

    private static Problem refused(String code, String why) {
        return Problem.of(ProblemType.INVALID, "This person cannot review the version.")
                .at("/assignee", code, why);
    }

    /** What holds, and the event that tells it. */
    record Assigned(ReviewAssignment assignment, TypeId event) {}
}
