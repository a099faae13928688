package org.claimtrail.assessments;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.claimtrail.access.Actor;
import org.claimtrail.audit.Reason;
import org.claimtrail.claims.Claims;
import org.claimtrail.history.History;
import org.claimtrail.history.Version;
import org.claimtrail.shared.http.Problem;
import org.claimtrail.shared.http.ProblemType;
import org.claimtrail.shared.id.TypeId;
import org.claimtrail.shared.json.Rfc3339;
import org.claimtrail.shared.time.SystemTime;
import org.claimtrail.shared.who.Right;
import org.jspecify.annotations.Nullable;

/** Approved versions that are published at an instant to come, in the name of who scheduled it. */
@ApplicationScoped
public class Embargoes {

    private final Assessments assessments;
    private final AssessmentVersions versions;
    private final Workflow workflow;
    private final Claims claims;
    private final History history;
    private final Steps steps;
    private final Clock clock;

    Embargoes(
            Assessments assessments,
            AssessmentVersions versions,
            Workflow workflow,
            Claims claims,
            History history,
            Steps steps,
            Clock clock) {
        this.assessments = assessments;
        this.versions = versions;
        this.workflow = workflow;
        this.claims = claims;
        this.history = history;
        this.steps = steps;
        this.clock = clock;
    }

    /** Has an approved version published at an instant; a second time, at another one. */
    @Transactional
    public Version schedule(Actor by, TypeId id, @Nullable String ifMatch, String at) {
        Open open = assessments.lock(id, Right.EDIT).matching(ifMatch);
        Instant publishAt = soon(at);
        open.state().schedule(publishAt, by);
        steps.step(
                by,
                open,
                AssessmentEvent.SCHEDULED,
                Reason.NONE,
                Steps.request(by, open).put("publishAt", SystemTime.text(publishAt)));
        return open.head();
    }

    /** Takes it back: the version is approved, as before. */
    @Transactional
    public Version unschedule(Actor by, TypeId id, @Nullable String ifMatch) {
        Open open = assessments.lock(id, Right.EDIT).matching(ifMatch);
        open.state().requireScheduled();
        steps.endEmbargo(by, open);
        return open.head();
    }

    /** What is scheduled, the next first; reads, and locks nothing. */
    @Transactional
    List<Scheduled> next(int limit) {
        return versions.scheduled(limit).stream()
                .map(row -> new Scheduled(row.id(), Objects.requireNonNull(row.publishAt)))
                .toList();
    }

    /**
     * Publishes an assessment that is due. Whoever had it first, another node or an editor, has left nothing to do. What
     * readers could not have anyway goes back to its editors: it would come out when nobody thinks of it any more.
     *
     * @return whether it was published
     */
    @Transactional
    boolean publish(TypeId id, Instant now) {
        Optional<Open> due =
                assessments.lockOrdered(id).filter(open -> open.state().isDue(now));
        if (due.isEmpty()) {
            return false;
        }
        Open open = due.get();
        if (!history.isOpen(id) || !claims.isOpen(open.assessment().claim())) {
            steps.endEmbargo(new Actor(History.SERVICE, null, false), open);
            return false;
        }
        workflow.show(open, Objects.requireNonNull(open.state().scheduledBy));
        return true;
    }

    private Instant soon(String text) {
        Instant at = Rfc3339.parse(text).orElseThrow().truncatedTo(ChronoUnit.MICROS);
        Instant now = clock.instant();
        if (!at.isAfter(now)
                || at.isAfter(now.atOffset(ZoneOffset.UTC).plusYears(1).toInstant())) {
            throw Problem.of(ProblemType.INVALID, "The time of publication must be to come, within a year.")
                    .at("/at", "out_of_range", "Expected an instant to come, within a year from now.");
        }
        return at;
    }

    /** An assessment and when its version is published. */
    record Scheduled(TypeId id, Instant at) {}
}
