package org.claimtrail.assessments;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.claimtrail.access.Actor;
import org.claimtrail.audit.ConfidentialPart;
import org.claimtrail.audit.Reason;
import org.claimtrail.claims.Claims;
import org.claimtrail.history.History;
import org.claimtrail.history.NewVersion;
import org.claimtrail.history.Version;
import org.claimtrail.history.VersionReads;
import org.claimtrail.shared.http.Problem;
import org.claimtrail.shared.http.ProblemType;
import org.claimtrail.shared.id.Kind;
import org.claimtrail.shared.id.TypeId;
import org.claimtrail.shared.time.SystemTime;
import org.jspecify.annotations.Nullable;

/** Assessments as they are written: drafts, and drafts after drafts. The steps to publication are {@link Workflow}'s. */
@ApplicationScoped
public class Assessments {

    private final AssessmentRepository assessments;
    private final AssessmentVersions versions;
    private final Scales scales;
    private final Claims claims;
    private final History history;
    private final VersionReads reads;
    private final Clock clock;

    Assessments(
            AssessmentRepository assessments,
            AssessmentVersions versions,
            Scales scales,
            Claims claims,
            History history,
            VersionReads reads,
            Clock clock) {
        this.assessments = assessments;
        this.versions = versions;
        this.scales = scales;
        this.claims = claims;
        this.history = history;
        this.reads = reads;
        this.clock = clock;
    }

    /** Drafts the first version of an assessment of an open claim. */
    @Transactional
    public Version draft(Actor by, TypeId claim, NewAssessment input) {
        return draft(by, TypeId.next(Kind.ASSESSMENT), claim, input);
    }

    /** As {@link #draft(Actor, TypeId, NewAssessment)}, under an id that is given. */
    @Transactional
    public Version draft(Actor by, TypeId id, TypeId claim, NewAssessment input) {
        claims.requireOpen(claim);
        Judgement judgement = judge(claim, input, Optional.empty());
        Instant at = clock.instant();
        Assessment assessment = new Assessment(id, claim, input.assessor(), at);
        assessments.persist(assessment);
        return write(by, assessment, judgement, at, AssessmentEvent.DRAFTED, Set.of(), List.of());
    }

    /** Writes a new draft version, in place of a draft or after what is published. */
    @Transactional
    public Version edit(Actor by, TypeId id, @Nullable String ifMatch, NewAssessment input) {
        Open open = lock(id).matching(ifMatch);
        open.state().requireEditable();
        requireSameAssessor(open.assessment(), input);
        Judgement judgement = judge(open.assessment().claim(), input, published(id));
        Instant at = SystemTime.after(open.state().stepAt, clock);
        boolean drafting = !open.state().isPublished();
        if (drafting) {
            open.state().supersede(at);
        }
        Set<String> earlier = drafting ? open.state().authors() : Set.of();
        open.assessment().continueWith(open.head().n() + 1);
        AssessmentEvent event = drafting ? AssessmentEvent.EDITED : AssessmentEvent.DRAFTED;
        List<ConfidentialPart> sealed = reads.confidential(open.head());
        return write(by, open.assessment(), judgement, at, event, earlier, sealed);
    }

    /** Locks an assessment for a change; 404 when there is none. */
    @Transactional(Transactional.TxType.MANDATORY)
    Open lock(TypeId id) {
        Version head = history.lock(id);
        return new Open(assessments.get(id), head, versions.get(id, head.n()));
    }

    private Judgement judge(TypeId claim, NewAssessment input, Optional<Judgement.Published> published) {
        reads.requireKnown(input.references());
        Scales.Pinned pinned = scales.pin(input.scale(), input.scaleVersion(), input.rating());
        return new Judgement(claim, input, pinned, published);
    }

    private Optional<Judgement.Published> published(TypeId id) {
        return reads.current(id).map(Judgement.Published::of);
    }

    private Version write(
            Actor by,
            Assessment assessment,
            Judgement judgement,
            Instant at,
            AssessmentEvent event,
            Set<String> earlierAuthors,
            List<ConfidentialPart> earlier) {

        Evidence evidence = new Evidence(by, earlier);
        ObjectNode content = judgement.content(by, evidence);
        TypeId id = TypeId.parse(assessment.id);
        Version version = history.append(new NewVersion(
                id, assessment.headVersion, content, at, by.pseudonym(), event, Reason.NONE, false, evidence.parts()));
        versions.persist(new AssessmentVersion(version, assessment, judgement, by, earlierAuthors));
        return version;
    }

    private static void requireSameAssessor(Assessment assessment, NewAssessment input) {
        if (!assessment.assessor.equals(input.assessor())) {
            throw Problem.of(ProblemType.INVALID, "An assessment stays its assessor's.")
                    .at("/assessor", "fixed", "Expected " + assessment.assessor + ", or a new assessment.");
        }
    }
}
