package org.claimtrail.assessments;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.claimtrail.access.Actor;
import org.claimtrail.audit.Reason;
import org.claimtrail.history.History;
import org.claimtrail.history.NewVersion;
import org.claimtrail.history.PageQuery;
import org.claimtrail.history.RecordDesks;
import org.claimtrail.history.RecordParts;
import org.claimtrail.history.RecordReader;
import org.claimtrail.history.Version;
import org.claimtrail.history.VersionReads;
import org.claimtrail.shared.http.PageRequest;
import org.claimtrail.shared.http.Problem;
import org.claimtrail.shared.http.ProblemType;
import org.claimtrail.shared.http.Slice;
import org.claimtrail.shared.id.Kind;
import org.claimtrail.shared.id.TypeId;
import org.claimtrail.shared.json.RawJson;
import org.claimtrail.shared.time.SystemTime;
import org.claimtrail.shared.who.Right;
import org.jspecify.annotations.Nullable;

/**
 * What those who work on an assessment say to each other about it. Comments are records with versions and events like all
 * others, but never published: whoever does not see drafts of the assessment finds that there is no such assessment.
 */
@ApplicationScoped
class ReviewComments {

    private final ReviewCommentRepository comments;
    private final RecordReader reader;
    private final RecordDesks desks;
    private final RecordParts parts;
    private final History history;
    private final VersionReads reads;
    private final Clock clock;

    ReviewComments(
            ReviewCommentRepository comments,
            RecordReader reader,
            RecordDesks desks,
            RecordParts parts,
            History history,
            VersionReads reads,
            Clock clock) {
        this.comments = comments;
        this.reader = reader;
        this.desks = desks;
        this.parts = parts;
        this.history = history;
        this.reads = reads;
        this.clock = clock;
    }

    /** Says something. */
    @Transactional
    Version write(Actor by, TypeId assessment, NewReviewComment input) {
        lock(assessment);
        requireVersion(assessment, input.assessmentVersion());
        requireAnswered(assessment, input.replyTo());
        Instant at = clock.instant();
        ReviewCommentContent content = ReviewCommentContent.first(by, assessment, input, at);
        Version version = append(by, TypeId.next(Kind.COMMENT), 1, content, at, ReviewCommentEvent.CREATED);
        parts.add(version, assessment);
        comments.persist(new ReviewComment(assessment, version, content));
        return version;
    }

    /** Says it otherwise, or resolves or reopens the matter. */
    @Transactional
    Version edit(Actor by, TypeId assessment, TypeId id, @Nullable String ifMatch, NewReviewComment input) {
        lock(assessment);
        requirePart(assessment, id);
        Version head = history.lock(id, Right.WRITE, ifMatch);
        Instant at = SystemTime.after(head.recordedAt(), clock);
        ReviewCommentContent content = ReviewCommentContent.of(head).next(by, input, at);
        requireVersion(assessment, input.assessmentVersion());
        Version version = append(by, id, head.n() + 1, content, at, ReviewCommentEvent.EDITED);
        comments.findById(id.toString()).continueWith(version, content);
        return version;
    }

    /** A page of what was said, oldest first. */
    Slice<RawJson> list(TypeId assessment, PageQuery query) {
        requireSeen(assessment);
        PageRequest page = query.page();
        List<ReviewComment> rows = comments.of(assessment, page, query.updatedSince());
        Map<String, byte[]> found =
                reads.contents(rows.stream().map(row -> row.eventId).toList());
        Slice<ReviewComment> slice = Slice.cut(
                rows, page.limit(), row -> ReviewCommentRepository.cursor(row).encode());
        List<RawJson> items = slice.items().stream()
                .flatMap(row -> Stream.ofNullable(found.get(row.eventId)))
                .map(RawJson::of)
                .toList();
        return new Slice<>(items, slice.next());
    }

    /**
     * Lets on to a comment who may see it.
     *
     * @throws Problem 404 when there is no such assessment for the caller, or no such comment of it; 410 when the assessment
     *     was erased
     */
    void requireSeen(TypeId assessment, TypeId id) {
        requireSeen(assessment);
        requirePart(assessment, id);
    }

    private void requireSeen(TypeId assessment) {
        requireInside(assessment);
        reader.read(assessment, null);
    }

    private void requireInside(TypeId assessment) {
        if (!desks.rights(assessment).seesDrafts()) {
            throw History.nothing(assessment);
        }
    }

    private void requirePart(TypeId assessment, TypeId id) {
        if (!parts.isPart(id, assessment)) {
            throw History.nothing(id);
        }
    }

    /** Before the comment, always, so that the assessment is not erased in between; refused like every act on it. */
    private void lock(TypeId assessment) {
        history.lock(assessment, Right.WRITE);
        requireInside(assessment);
    }

    private void requireVersion(TypeId assessment, @Nullable Integer n) {
        if (n != null && reads.version(assessment, n).isEmpty()) {
            throw Problem.of(ProblemType.INVALID, "The comment speaks of a version that is not there.")
                    .at(
                            "/assessmentVersion",
                            "unknown_reference",
                            "There is no version " + n + " of " + assessment + ".");
        }
    }

    private void requireAnswered(TypeId assessment, @Nullable String comment) {
        if (comment != null && !comments.has(assessment, comment)) {
            throw Problem.of(ProblemType.INVALID, "The comment answers one that is not there.")
                    .at("/replyTo", "unknown_reference", "There is no comment " + comment + " of " + assessment + ".");
        }
    }

    private Version append(
            Actor by, TypeId id, int n, ReviewCommentContent content, Instant at, ReviewCommentEvent event) {
        return history.append(
                new NewVersion(id, n, content.json(), at, by.pseudonym(), event, Reason.NONE, false, List.of()));
    }
}
