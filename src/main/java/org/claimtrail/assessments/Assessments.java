package org.claimtrail.assessments;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.claimtrail.access.Actor;
import org.claimtrail.access.Desks;
import org.claimtrail.audit.ConfidentialPart;
import org.claimtrail.audit.Reason;
import org.claimtrail.claims.Claims;
import org.claimtrail.history.DeskAssignments;
import org.claimtrail.history.History;
import org.claimtrail.history.NewVersion;
import org.claimtrail.history.RecordDesks;
import org.claimtrail.history.References;
import org.claimtrail.history.Version;
import org.claimtrail.history.VersionReads;
import org.claimtrail.shared.database.LateLocks;
import org.claimtrail.shared.database.Query;
import org.claimtrail.shared.database.Writes;
import org.claimtrail.shared.http.Problem;
import org.claimtrail.shared.http.ProblemType;
import org.claimtrail.shared.id.Kind;
import org.claimtrail.shared.id.TypeId;
import org.claimtrail.shared.time.SystemTime;
import org.claimtrail.shared.who.Right;
import org.jspecify.annotations.Nullable;

/** Assessments as they are written: drafts, and drafts after drafts. The steps to publication are {@link Workflow}'s. */
@ApplicationScoped
public class Assessments {

    private final AssessmentRepository assessments;
    private final AssessmentVersions versions;
    private final DraftRows rows;
    private final Scales scales;
    private final Claims claims;
    private final Desks desks;
    private final DeskAssignments assignments;
    private final RecordDesks owners;
    private final History history;
    private final VersionReads reads;
    private final References references;
    private final Writes writes;
    private final LateLocks locks;
    private final Clock clock;

    Assessments(
            AssessmentRepository assessments,
            AssessmentVersions versions,
            DraftRows rows,
            Scales scales,
            Claims claims,
            Desks desks,
            DeskAssignments assignments,
            RecordDesks owners,
            History history,
            VersionReads reads,
            References references,
            Writes writes,
            LateLocks locks,
            Clock clock) {
        this.assessments = assessments;
        this.versions = versions;
        this.rows = rows;
        this.scales = scales;
        this.claims = claims;
        this.desks = desks;
        this.assignments = assignments;
        this.owners = owners;
        this.history = history;
        this.reads = reads;
        this.references = references;
        this.writes = writes;
        this.locks = locks;
        this.clock = clock;
    }

    /** Drafts the first version of an assessment of an open claim, whoever's that is, for a desk of its author's. */
    @Transactional
    public StoredVersion draft(Actor by, TypeId claim, Optional<TypeId> desk, NewAssessment input) {
        Optional<TypeId> chosen = desks.choose(desk);
        StoredVersion drafted = draft(by, TypeId.next(Kind.ASSESSMENT), claim, input);
        chosen.ifPresent(own -> assignments.assign(by.pseudonym(), drafted.version(), own));
        return drafted;
    }

    /** A draft of no desk, under an id that is given. */
    @Transactional
    public StoredVersion draft(Actor by, TypeId id, TypeId claim, NewAssessment input) {
        claims.requireOpen(claim);
        Named named = named(input);
        writes.ask(named.known(), named.scale());
        Judgement judgement = judge(claim, input, named, Optional.empty());
        Instant at = clock.instant();
        Assessment assessment = new Assessment(id, claim, input.assessor(), at);
        assessments.persist(assessment);
        return write(by, assessment, judgement, at, AssessmentEvent.DRAFTED, null, List.of());
    }

    /** Writes a new draft version, in place of a draft or after what is published. */
    public StoredVersion edit(Actor by, TypeId id, @Nullable String ifMatch, NewAssessment input) {
        // Whatever else is done to an assessment appends an event, and no two follow the same one.
        return locks.around(id.toString(), () -> continueWith(by, id, ifMatch, input));
    }

    private StoredVersion continueWith(Actor by, TypeId id, @Nullable String ifMatch, NewAssessment input) {
        Earlier earlier = earlier(id, input);
        Open open = earlier.open().matching(ifMatch);
        open.state().requireEditable();
        requireSameAssessor(open.assessment(), input);
        Judgement judgement = judge(
                open.assessment().claim(),
                input,
                earlier.named(),
                earlier.published().first());
        Instant at = SystemTime.after(open.state().stepAt, clock);
        boolean drafting = !open.state().isPublished();
        if (drafting) {
            open.state().supersede(at);
            rows.superseded(open.state());
        }
        open.assessment().continueWith(open.head().n() + 1);
        open.assessment().write(writes);
        AssessmentEvent event = drafting ? AssessmentEvent.EDITED : AssessmentEvent.DRAFTED;
        return write(
                by,
                open.assessment(),
                judgement,
                at,
                event,
                drafting ? open.state() : null,
                earlier.sealed().all());
    }

    /** Locks an assessment for a change; refused as {@link History#lock(TypeId, Right, Query...)} says. */
    @Transactional(Transactional.TxType.MANDATORY)
    Open lock(TypeId id, Right right) {
        Version head = history.lock(id, right);
        return new Open(assessments.get(id), head, versions.get(id, head.n()));
    }

    /** The same for an act of the service itself; empty when there is nothing to act on any more. */
    @Transactional(Transactional.TxType.MANDATORY)
    Optional<Open> lockOrdered(TypeId id) {
        return history.lockOrdered(id).map(head -> new Open(assessments.get(id), head, versions.get(id, head.n())));
    }

    /** Locks an assessment and asks for all that a further draft is judged by, at once and beside Hibernate. */
    private Earlier earlier(TypeId id, NewAssessment input) {
        // What Hibernate has in its hands of this assessment would not be what is there.
        assessments.getEntityManager().flush();
        assessments.getEntityManager().clear();
        Query<Assessment> assessment = Assessment.query(id);
        Query<AssessmentVersion> state = rows.latest(id);
        Query<Version> published = reads.currentOf(id);
        Query<ConfidentialPart> sealed = reads.confidentialOfHead(id);
        Named named = named(input);
        Version head =
                history.lock(id, Right.WRITE, assessment, state, published, sealed, named.known(), named.scale());
        Open open =
                new Open(assessment.first().orElseThrow(), head, state.first().orElseThrow());
        return new Earlier(open, published, sealed, named);
    }

    private Named named(NewAssessment input) {
        return new Named(references.known(input.known()), scales.version(input.scale(), input.scaleVersion()));
    }

    private Judgement judge(TypeId claim, NewAssessment input, Named named, Optional<Version> published) {
        references.requireKnown(input.references(), named.known());
        references.requireKnown(Map.of("/scale", input.scale()), named.known());
        Scales.Pinned pinned = scales.pin(input.scale(), input.scaleVersion(), input.rating(), named.scale());
        return new Judgement(claim, input, pinned, published.map(Judgement.Published::of));
    }

    private StoredVersion write(
            Actor by,
            Assessment assessment,
            Judgement judgement,
            Instant at,
            AssessmentEvent event,
            @Nullable AssessmentVersion replaced,
            List<ConfidentialPart> earlier) {

        TypeId id = TypeId.parse(assessment.id);
        Evidence evidence = new Evidence(by, opensAll(by, id), earlier);
        ObjectNode content = judgement.content(by, evidence);
        Version version = history.append(new NewVersion(
                id, assessment.headVersion, content, at, by.pseudonym(), event, Reason.NONE, false, evidence.parts()));
        AssessmentVersion state = new AssessmentVersion(version, assessment, judgement, by, replaced);
        rows.add(state);
        return new StoredVersion(version, state, evidence.parts());
    }

    /** Whether the author may open what others sealed: by the key, and on a desk as its editor. */
    private boolean opensAll(Actor by, TypeId id) {
        return by.seesConfidential()
                && (owners.of(id).isEmpty() || owners.rights(id).seesConfidential());
    }

    private static void requireSameAssessor(Assessment assessment, NewAssessment input) {
        if (!assessment.assessor.equals(input.assessor())) {
            throw Problem.of(ProblemType.INVALID, "An assessment stays its assessor's.")
                    .at("/assessor", "fixed", "Expected " + assessment.assessor + ", or a new assessment.");
        }
    }

    /** The records that an assessment names. */
    private record Named(Query<String> known, Query<Version> scale) {}

    /** What is there of an assessment before a further draft. */
    private record Earlier(Open open, Query<Version> published, Query<ConfidentialPart> sealed, Named named) {}
}
