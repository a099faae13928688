package org.claimtrail.assessments;

import jakarta.enterprise.context.ApplicationScoped;
import org.claimtrail.history.Answer;
import org.claimtrail.history.PageQuery;
import org.claimtrail.history.RecordPaths;
import org.claimtrail.history.RecordReader;
import org.claimtrail.history.VersionEntry;
import org.claimtrail.shared.http.Slice;
import org.claimtrail.shared.id.TypeId;

/** One comment for one reader, as it stands and as it stood; refused as {@link ReviewComments#requireSeen} says, 410 when it was erased. */
@ApplicationScoped
class ReviewCommentReader {

    private final ReviewComments comments;
    private final RecordReader reader;

    ReviewCommentReader(ReviewComments comments, RecordReader reader) {
        this.comments = comments;
        this.reader = reader;
    }

    Answer read(TypeId assessment, TypeId id) {
        comments.requireSeen(assessment, id);
        return Answer.at(RecordPaths.of(assessment, id), reader.read(id, null));
    }

    /** One version, by its number as it stands in the address. */
    Answer version(TypeId assessment, TypeId id, String n) {
        comments.requireSeen(assessment, id);
        return Answer.at(RecordPaths.of(assessment, id), reader.version(id, n));
    }

    Slice<VersionEntry> versions(TypeId assessment, TypeId id, PageQuery query) {
        comments.requireSeen(assessment, id);
        return reader.versions(id, RecordPaths.of(assessment, id), query);
    }
}
