package org.claimtrail.assessments;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.claimtrail.access.Actor;
import org.claimtrail.audit.Reason;
import org.claimtrail.claims.Claims;
import org.claimtrail.claims.Verdict;
import org.claimtrail.history.History;
import org.claimtrail.history.Version;
import org.claimtrail.history.VersionReads;
import org.claimtrail.shared.http.Problem;
import org.claimtrail.shared.http.ProblemType;
import org.claimtrail.shared.id.TypeId;
import org.claimtrail.shared.json.StoredJson;
import org.claimtrail.shared.time.SystemTime;
import org.claimtrail.shared.who.Right;
import org.jspecify.annotations.Nullable;

/** The steps of a version from draft to what readers see. Each is logged; none changes a word. */
@ApplicationScoped
public class Workflow {

    private final Assessments assessments;
    private final AssessmentVersions versions;
    private final Claims claims;
    private final History history;
    private final VersionReads reads;
    private final AssessmentConfig config;
    private final Steps steps;
    private final Clock clock;

    Workflow(
            Assessments assessments,
            AssessmentVersions versions,
            Claims claims,
            History history,
            VersionReads reads,
            AssessmentConfig config,
            Steps steps,
            Clock clock) {
        this.assessments = assessments;
        this.versions = versions;
        this.claims = claims;
        this.history = history;
        this.reads = reads;
        this.config = config;
        this.steps = steps;
        this.clock = clock;
    }

    /** Hands a draft in for review. */
    @Transactional
    public Version submit(Actor by, TypeId id, @Nullable String ifMatch, @Nullable String comment) {
        Open open = assessments.lock(id, Right.WRITE).matching(ifMatch);
        open.state().submit();
        return log(by, open, AssessmentEvent.SUBMITTED, Reason.NONE, comment);
    }

    /** Gives a draft back to its author, with a comment. */
    @Transactional
    public Version sendBack(Actor by, TypeId id, @Nullable String ifMatch, String comment) {
        Open open = assessments.lock(id, Right.EDIT).matching(ifMatch);
        open.state().sendBack();
        return log(by, open, AssessmentEvent.RETURNED, Reason.NONE, comment);
    }

    /** Approves what somebody else wrote. */
    @Transactional
    public Version approve(Actor by, TypeId id, @Nullable String ifMatch, @Nullable String comment) {
        Open open = assessments.lock(id, Right.EDIT).matching(ifMatch);
        boolean byAnother = open.state().approve(by, config.fourEyes());
        Reason reason = byAnother ? Reason.NONE : Reason.FOUR_EYES_OFF;
        return log(by, open, AssessmentEvent.APPROVED, reason, comment);
    }

    /** Shows an approved version to readers, in place of the one they saw. */
    @Transactional
    public Version publish(Actor by, TypeId id, @Nullable String ifMatch) {
        Open open = assessments.lock(id, Right.EDIT).matching(ifMatch);
        requireOpenClaim(open.assessment());
        show(open, by.pseudonym());
        return reads.current(id).orElseThrow();
    }

    /** What is published stays, and can be corrected; nothing begins to be said of a claim that is closed. */
    private void requireOpenClaim(Assessment assessment) {
        if (assessment.publishedVersion == null && !claims.isOpen(assessment.claim())) {
            throw Problem.of(
                    ProblemType.WRONG_STATE,
                    "The claim is closed: withdrawn, merged into another one, withheld or erased. No first verdict on it is"
                            + " published. Reopen or release the claim, or assess the one it was merged into.");
        }
    }

    /** The same once it is locked, in the name of an actor. */
    void show(Open open, String actor) {
        AssessmentVersion state = open.state();
        Instant at = SystemTime.after(state.stepAt, clock);
        state.publish(at);
        supersedePublished(open.assessment(), at);
        open.assessment().publish(state.version);
        Reason reason =
                Optional.ofNullable(state.changeType).map(ChangeType::reason).orElse(Reason.NONE);
        state.stepped(at, history.publish(open.head(), at, actor, AssessmentEvent.PUBLISHED, reason));
        Validity days = Validity.of(StoredJson.read(open.head().content()));
        claims.verdictPublished(verdict(open.assessment(), state, days));
    }

    /** The version that readers see gives way to another one. */
    void supersedePublished(Assessment assessment, Instant at) {
        if (assessment.publishedVersion != null) {
            versions.get(TypeId.parse(assessment.id), assessment.publishedVersion)
                    .supersede(at);
        }
    }

    static Verdict verdict(Assessment assessment, AssessmentVersion state, Validity days) {
        if (state.knownFrom == null) {
            throw new IllegalStateException(state.id + " version " + state.version + " is not published");
        }
        return new Verdict(
                assessment.claim(),
                state.id(),
                state.version,
                state.assessor,
                state.rating,
                state.label,
                state.score,
                state.changeType == null ? "none" : state.changeType.text(),
                state.changeType == null ? Verdict.Effect.LEAVES : state.changeType.effect(),
                days.from(),
                days.to(),
                state.knownFrom);
    }

    private Version log(Actor by, Open open, AssessmentEvent event, Reason reason, @Nullable String comment) {
        ObjectNode request = Steps.request(by, open);
        if (comment != null) {
            request.put("comment", comment);
        }
        steps.step(by, open, event, reason, request);
        return open.head();
    }
}
