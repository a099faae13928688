package org.claimtrail.assessments;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import org.claimtrail.access.Actor;
import org.claimtrail.history.Version;
import org.claimtrail.shared.http.Problem;
import org.claimtrail.shared.http.ProblemType;
import org.claimtrail.shared.id.TypeId;
import org.claimtrail.shared.json.StoredJson;
import org.claimtrail.shared.time.SystemTime;
import org.jspecify.annotations.Nullable;

/**
 * What a version of a comment says, and what may become of it: nobody puts words into another's mouth, and everybody who
 * works on the assessment may say that the matter is settled.
 */
record ReviewCommentContent(ObjectNode json) {

    private static final String RESOLVED = "resolved";
    private static final String REPLY_TO = "replyTo";
    private static final List<String> WORDS = List.of("text", "quote", "assessmentVersion");
    private static final List<String> SETTLED = List.of("resolvedBy", "resolvedAt");

    static ReviewCommentContent of(Version version) {
        return new ReviewCommentContent((ObjectNode) StoredJson.read(version.content()));
    }

    /** A new comment. */
    static ReviewCommentContent first(Actor by, TypeId assessment, NewReviewComment input, Instant at) {
        ReviewCommentContent first = new ReviewCommentContent(StoredJson.tree(input));
        first.json.put("assessment", assessment.toString()).put("author", by.pseudonym());
        first.resolve(by, at);
        return first;
    }

    /**
     * What is to stand next.
     *
     * @throws Problem 403 when other words come from somebody who is not the author, 422 when it would answer another comment
     */
    ReviewCommentContent next(Actor by, NewReviewComment input, Instant at) {
        ReviewCommentContent next = new ReviewCommentContent(StoredJson.tree(input));
        boolean sameWords = WORDS.stream().allMatch(name -> json.path(name).equals(next.json.path(name)));
        if (!sameWords && !author().equals(by.pseudonym())) {
            throw Problem.of(
                    ProblemType.FORBIDDEN,
                    "Only who wrote a comment changes its words. You may resolve or reopen it, or answer it with another.");
        }
        if (!json.path(REPLY_TO).equals(next.json.path(REPLY_TO))) {
            throw Problem.of(ProblemType.INVALID, "A comment goes on answering what it was written for.")
                    .at("/replyTo", "fixed", "Expected what stands, or a new comment.");
        }
        next.json.put("assessment", json.path("assessment").asText()).put("author", author());
        if (isResolved() && next.isResolved()) {
            SETTLED.forEach(name -> next.json.set(name, json.path(name)));
        } else {
            next.resolve(by, at);
        }
        return next;
    }

    String author() {
        return json.path("author").asText();
    }

    @Nullable
    String replyTo() {
        return json.path(REPLY_TO).textValue();
    }

    boolean isResolved() {
        return json.path(RESOLVED).asBoolean();
    }

    private void resolve(Actor by, Instant at) {
        if (isResolved()) {
            json.put("resolvedBy", by.pseudonym()).put("resolvedAt", SystemTime.text(at));
        }
    }
}
