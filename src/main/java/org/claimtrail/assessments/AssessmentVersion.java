package org.claimtrail.assessments;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.claimtrail.access.Actor;
import org.claimtrail.history.SnapshotId;
import org.claimtrail.history.Version;
import org.claimtrail.shared.http.Problem;
import org.claimtrail.shared.http.ProblemType;
import org.claimtrail.shared.id.TypeId;
import org.claimtrail.shared.time.SystemTime;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

/**
 * A version on its way from draft to publication. The content never changes; what changes is its state, by the acts
 * here, which refuse what the workflow does not allow:
 * {@code draft -> in_review -> approved -> published -> superseded | retracted | voided}, and back to draft from review.
 */
@DynamicUpdate // a step writes what it changes: a label that an erasure has taken meanwhile stays away
@Entity
@IdClass(SnapshotId.class)
@Table(name = "assessment_version")
class AssessmentVersion {

    @Id
    String id;

    @Id
    int version;

    @Column(name = "claim_id")
    String claimId;

    String assessor;

    @Enumerated(EnumType.STRING)
    State state;

    String rating;
    String label;

    @Nullable
    Double score;

    @Column(name = "change_type")
    @Enumerated(EnumType.STRING)
    @Nullable
    ChangeType changeType;

    /** As readers see it: the agent, or the pseudonym. */
    String author;

    /** Pseudonyms of all who wrote on this version since the last published one, joined by blanks. */
    String authors;

    @Nullable
    String approver;

    @Column(name = "recorded_at")
    Instant recordedAt;

    @Column(name = "step_at")
    Instant stepAt;

    @Column(name = "step_event")
    String stepEvent;

    boolean returned;

    @Column(name = "known_from")
    @Nullable
    Instant knownFrom;

    @Column(name = "known_until")
    @Nullable
    Instant knownUntil;

    /** When it is published by itself. */
    @Column(name = "publish_at")
    @Nullable
    Instant publishAt;

    /** The pseudonym in whose name. */
    @Column(name = "scheduled_by")
    @Nullable
    String scheduledBy;

    /** The pseudonym of who is to review it. */
    @Nullable
    String assignee;

    @Nullable
    Instant due;

    @SuppressWarnings("NullAway.Init")
    AssessmentVersion() {}

    /** Of a version just written as a draft, in place of another one or not. */
    AssessmentVersion(
            Version version,
            Assessment assessment,
            Judgement judgement,
            Actor by,
            @Nullable AssessmentVersion replaced) {
        Set<String> all = replaced == null ? new LinkedHashSet<>() : replaced.authors();
        all.add(by.pseudonym());
        this.id = version.id().toString();
        this.version = version.n();
        this.claimId = assessment.claimId;
        this.assessor = assessment.assessor;
        this.state = State.DRAFT;
        this.rating = judgement.pinned().rating().code();
        this.label = judgement.pinned().rating().plainLabel();
        this.score = judgement.pinned().rating().verdict().score();
        this.changeType = judgement.changeType();
        this.author = by.byline();
        this.authors = String.join(" ", all);
        this.recordedAt = version.recordedAt();
        this.stepAt = version.recordedAt();
        this.stepEvent = version.written().toString();
        if (replaced != null) {
            this.due = replaced.due;
            // Who writes on it cannot review it any more.
            this.assignee = all.contains(String.valueOf(replaced.assignee)) ? null : replaced.assignee;
        }
    }

    /** The version that ends the verdict of this one: the same judgement, with a notice. */
    AssessmentVersion next(Version ending, ChangeType how, Actor by) {
        AssessmentVersion next = new AssessmentVersion();
        next.id = id;
        next.version = ending.n();
        next.claimId = claimId;
        next.assessor = assessor;
        next.rating = rating;
        next.label = label;
        next.score = score;
        next.changeType = how;
        next.author = by.byline();
        next.authors = by.pseudonym();
        next.recordedAt = ending.recordedAt();
        next.stepAt = ending.recordedAt();
        next.stepEvent = ending.written().toString();
        return next;
    }

    TypeId id() {
        return TypeId.parse(id);
    }

    SnapshotId key() {
        return new SnapshotId(id, version);
    }

    Set<String> authors() {
        return new LinkedHashSet<>(List.of(authors.split(" ")));
    }

    boolean isPublished() {
        return knownFrom != null;
    }

    /** The state in which readers saw it while they did: what was replaced later was published at the time. */
    State shown() {
        return changeType == null ? State.PUBLISHED : changeType.shown();
    }

    boolean isWrittenBy(Actor actor) {
        return authors().contains(actor.pseudonym());
    }

    void submit() {
        require("submitted", State.DRAFT);
        state = State.IN_REVIEW;
        returned = false;
    }

    void sendBack() {
        require("returned", State.IN_REVIEW);
        state = State.DRAFT;
        returned = true;
    }

    /**
     * Approves, by someone who is no author.
     *
     * @return false when it is an author after all, which is refused where the desk keeps four eyes
     */
    boolean approve(Actor by, boolean fourEyes) {
        require("approved", State.IN_REVIEW);
        if (fourEyes) {
            requireNoAuthor(by, "approve");
        }
        state = State.APPROVED;
        approver = by.byline();
        return !isWrittenBy(by);
    }

    /** Is published by itself from an instant on. */
    void schedule(Instant at, Actor by) {
        require("scheduled", State.APPROVED);
        publishAt = at;
        scheduledBy = by.pseudonym();
    }

    void unschedule() {
        publishAt = null;
        scheduledBy = null;
    }

    boolean isDue(Instant now) {
        return state == State.APPROVED && publishAt != null && !publishAt.isAfter(now);
    }

    void requireScheduled() {
        if (publishAt == null) {
            throw Problem.of(ProblemType.WRONG_STATE, "Version " + version + " is not scheduled.");
        }
    }

    void assign(@Nullable String reviewer, @Nullable Instant until) {
        require("assigned", State.DRAFT, State.IN_REVIEW, State.APPROVED);
        assignee = reviewer;
        due = until;
    }

    void publish(Instant at) {
        require("published", State.APPROVED);
        unschedule();
        show(State.PUBLISHED, at);
    }

    /** Ends the verdict at once: this version, written for it, is published with its notice. */
    void end(ChangeType how, Actor by, Instant at) {
        approver = by.byline();
        show(how == ChangeType.VOID ? State.VOIDED : State.RETRACTED, at);
    }

    /** Another version takes the place of this one, published or draft. */
    void supersede(Instant at) {
        state = State.SUPERSEDED;
        unschedule();
        if (isPublished()) {
            knownUntil = at;
        }
    }

    /** A draft, which a further draft may take the place of; 409 while it is in review or approved. */
    void requireEditable() {
        require("edited", State.DRAFT, State.PUBLISHED, State.RETRACTED, State.VOIDED);
    }

    /** 403 for an author of this version. */
    void requireNoAuthor(Actor by, String act) {
        if (isWrittenBy(by)) {
            throw Problem.of(
                    ProblemType.FORBIDDEN,
                    "Four eyes: you wrote on this version, so somebody else has to " + act + " it.");
        }
    }

    void stepped(Instant at, TypeId event) {
        stepAt = at;
        stepEvent = event.toString();
    }

    private void show(State shown, Instant at) {
        state = shown;
        knownFrom = at;
        knownUntil = SystemTime.FOREVER;
    }

    private void require(String act, State... from) {
        if (!Arrays.asList(from).contains(state)) {
            throw Problem.of(
                    ProblemType.WRONG_STATE,
                    "Version " + version + " is " + state.text() + " and cannot be " + act + ". Possible from here: "
                            + state.steps() + ".");
        }
    }
}
