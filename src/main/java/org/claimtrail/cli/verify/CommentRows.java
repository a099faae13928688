package org.claimtrail.cli.verify;

import java.util.List;

/** The rows of comments as they stand, and which assessment each is part of. */
final class CommentRows {

    private final Expected expected;

    CommentRows(Expected expected) {
        this.expected = expected;
    }

    /** Of an erased comment the log no longer tells which assessment it is part of: only that there is one. */
    void add(String id, List<Life> lives) {
        if (lives.isEmpty()) {
            return;
        }
        StoredEvent first = lives.get(0).written;
        StoredEvent last = lives.get(lives.size() - 1).written;
        Expected.Row part = expected.row(StateTable.RECORD_PART, id);
        Expected.Row row = expected.row(StateTable.REVIEW_COMMENT, id)
                .set("author", first.leaf().actor())
                .set("created_at", first.leaf().at())
                .set("version", lives.size())
                .set("event_id", last.id());
        row.optional = first.isErased();
        if (!first.isErased()) {
            part.set("whole", first.text("assessment"));
            row.set("assessment_id", first.text("assessment"))
                    .set("reply_to", first.text("replyTo"))
                    .set("resolved", last.content().path("resolved").asBoolean());
        }
    }
}
