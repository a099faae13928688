package org.claimtrail.assessments;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.claimtrail.history.Version;
import org.claimtrail.shared.id.TypeId;
import org.jspecify.annotations.Nullable;

/** A comment as it stands, to list and count it by. What it says, its versions tell. */
@Entity
@Table(name = "review_comment")
class ReviewComment {

    @Id
    String id;

    @Column(name = "assessment_id")
    String assessmentId;

    String author;

    @Column(name = "created_at")
    Instant createdAt;

    int version;

    @Column(name = "event_id")
    String eventId;

    @Column(name = "reply_to")
    @Nullable
    String replyTo;

    boolean resolved;

    @SuppressWarnings("NullAway.Init")
    ReviewComment() {}

    ReviewComment(TypeId assessment, Version first, ReviewCommentContent content) {
        this.id = first.id().toString();
        this.assessmentId = assessment.toString();
        this.author = content.author();
        this.createdAt = first.recordedAt();
        this.replyTo = content.replyTo();
        continueWith(first, content);
    }

    /** A version was written. */
    final void continueWith(Version next, ReviewCommentContent content) {
        version = next.n();
        eventId = next.written().toString();
        resolved = content.isResolved();
    }
}
