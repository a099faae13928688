package org.claimtrail.claims;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.claimtrail.access.Actor;
import org.claimtrail.access.Desks;
import org.claimtrail.history.ChangeReason;
import org.claimtrail.history.DeskAssignments;
import org.claimtrail.history.History;
import org.claimtrail.history.NewVersion;
import org.claimtrail.history.References;
import org.claimtrail.history.Transfer;
import org.claimtrail.history.Version;
import org.claimtrail.history.VersionReads;
import org.claimtrail.shared.http.Problem;
import org.claimtrail.shared.http.ProblemType;
import org.claimtrail.shared.id.Kind;
import org.claimtrail.shared.id.TypeId;
import org.claimtrail.shared.time.SystemTime;
import org.claimtrail.shared.who.Right;
import org.jspecify.annotations.Nullable;

/** Claims: recorded, edited, merged, withdrawn, reopened. */
@ApplicationScoped
public class Claims {

    private final ClaimRepository claims;
    private final ClaimVerdicts verdicts;
    private final History history;
    private final Desks desks;
    private final DeskAssignments assignments;
    private final VersionReads reads;
    private final References references;
    private final Clock clock;

    Claims(
            ClaimRepository claims,
            ClaimVerdicts verdicts,
            History history,
            Desks desks,
            DeskAssignments assignments,
            VersionReads reads,
            References references,
            Clock clock) {
        this.claims = claims;
        this.verdicts = verdicts;
        this.history = history;
        this.desks = desks;
        this.assignments = assignments;
        this.reads = reads;
        this.references = references;
        this.clock = clock;
    }

    /** Records a new claim, for the desk that is asked for, or else the one its author works on. */
    @Transactional
    public Version create(Actor by, Optional<TypeId> desk, NewClaim input) {
        Optional<TypeId> chosen = desks.choose(desk);
        Version version = create(by, TypeId.next(Kind.CLAIM), input);
        chosen.ifPresent(own -> assignments.assign(by.pseudonym(), version, own));
        return version;
    }

    /** A claim of no desk, under an id that is given. */
    @Transactional
    public Version create(Actor by, TypeId id, NewClaim input) {
        ChangeReason.refuse(input.changeReason());
        references.requireKnown(input.references());
        return write(by, id, 1, clock.instant(), ClaimContent.open(input), ClaimEvent.CREATED);
    }

    /** Records a new version of an open claim. */
    @Transactional
    public Version edit(Actor by, TypeId id, @Nullable String ifMatch, NewClaim input) {
        ChangeReason.require(input.changeReason());
        references.requireKnown(input.references());
        return change(by, id, ifMatch, Right.WRITE, ClaimEvent.EDITED, content -> content.edit(input));
    }

    /** Declares a claim to be the same as another, open one, which goes on in its place. */
    @Transactional
    public Version merge(Actor by, TypeId id, @Nullable String ifMatch, TypeId into, String reason) {
        if (id.equals(into)) {
            throw Problem.of(ProblemType.INVALID, "A claim cannot be merged into itself.")
                    .at("/into", "same_record", "Name another claim.");
        }
        references.requireKnown(Map.of("/into", into.toString()));
        history.lockBoth(id, into, Right.EDIT);
        if (claims.current(into).orElseThrow().status != ClaimStatus.OPEN) {
            throw Problem.of(ProblemType.INVALID, "The claim to merge into is not open.")
                    .at("/into", "not_open", "Name an open claim.");
        }
        return change(by, id, ifMatch, Right.EDIT, ClaimEvent.MERGED, content -> content.mergeInto(into, reason));
    }

    /** Takes back a claim that should not have been recorded; it stays readable. */
    @Transactional
    public Version withdraw(Actor by, TypeId id, @Nullable String ifMatch, String reason) {
        return change(by, id, ifMatch, Right.EDIT, ClaimEvent.WITHDRAWN, content -> content.withdraw(reason));
    }

    /** Opens a merged or withdrawn claim again. */
    @Transactional
    public Version reopen(Actor by, TypeId id, @Nullable String ifMatch, String reason) {
        return change(by, id, ifMatch, Right.EDIT, ClaimEvent.REOPENED, content -> content.reopen(reason));
    }

    /** Gives a claim to another desk, and returns the event. */
    @Transactional
    public TypeId transfer(Actor by, TypeId id, @Nullable String ifMatch, Transfer transfer) {
        Version head = history.lock(id, Right.EDIT, ifMatch);
        return assignments.transfer(by.pseudonym(), head, desks.open("/desk", transfer.desk()), transfer.reason());
    }

    /**
     * Locks a claim for an assessment of it.
     *
     * @throws Problem 404, or 409 when it is not open
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void requireOpen(TypeId id) {
        ClaimContent.of(history.lock(id, Right.READ)).requireOpen("assessed");
    }

    /** Whether a claim may be assessed and readers may have it. */
    public boolean isOpen(TypeId id) {
        return history.isOpen(id)
                && reads.head(id).filter(head -> ClaimContent.of(head).isOpen()).isPresent();
    }

    /** Shows a published verdict beside its claim. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void verdictPublished(Verdict verdict) {
        verdicts.replace(new ClaimVerdict(verdict), verdict.effect());
        claims.touch(verdict.claim(), verdict.publishedAt());
    }

    /** Takes the verdicts of an assessment that is erased from beside its claim. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void verdictErased(TypeId assessment) {
        verdicts.erase(assessment);
    }

    /** Shows the codes of ratings where these labels, of a scale that is erased, stand beside a claim. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void labelsErased(TypeId assessment, Set<String> labels) {
        verdicts.unlabel(assessment, labels);
    }

    private Version change(
            Actor by,
            TypeId id,
            @Nullable String ifMatch,
            Right right,
            ClaimEvent event,
            UnaryOperator<ClaimContent> act) {
        Version head = history.lock(id, right, ifMatch);
        ClaimContent next = act.apply(ClaimContent.of(head));
        return write(by, id, head.n() + 1, SystemTime.after(head.recordedAt(), clock), next, event);
    }

    private Version write(Actor by, TypeId id, int n, Instant at, ClaimContent content, ClaimEvent event) {
        Version version = history.append(NewVersion.published(id, n, content.tree(), at, by.pseudonym(), event));
        claims.replace(version, content);
        return version;
    }
}
