package org.claimtrail.assessments;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.claimtrail.history.Projection;
import org.claimtrail.shared.http.Cursor;
import org.claimtrail.shared.http.PageRequest;
import org.claimtrail.shared.id.Kind;
import org.claimtrail.shared.id.TypeId;

/** Comments of assessments. Who may see them is asked before: whoever sees one of an assessment sees all. */
@ApplicationScoped
class ReviewCommentRepository implements PanacheRepositoryBase<ReviewComment, String>, Projection {

    /** The comments of an assessment, oldest first; one row more than the limit where there are more. */
    List<ReviewComment> of(TypeId assessment, PageRequest page) {
        String ofAssessment = "assessmentId = ?1";
        String order = " order by createdAt, id";
        var rows = page.after()
                .map(cursor -> find(
                        ofAssessment + " and createdAt >= ?2 and (createdAt > ?2 or id > ?3)" + order,
                        assessment.toString(),
                        cursor.instant(0),
                        cursor.id(Kind.COMMENT, 1).toString()))
                .orElseGet(() -> find(ofAssessment + order, assessment.toString()));
        return rows.range(0, page.limit()).list();
    }

    static Cursor cursor(ReviewComment row) {
        return Cursor.of(row.createdAt.toString(), row.id);
    }

    /** Whether an assessment has this comment, and it is not erased. */
    boolean has(TypeId assessment, String comment) {
        return count("id = ?1 and assessmentId = ?2", comment, assessment.toString()) > 0;
    }

    /** How many comments assessments have; those that have none are left out. */
    Map<String, Count> counts(Collection<String> assessments) {
        if (assessments.isEmpty()) {
            return Map.of();
        }
        return find(
                        "select assessmentId, count(id),"
                                + " sum(case when resolved = true or replyTo is not null then 0 else 1 end)"
                                + " from ReviewComment where assessmentId in ?1 group by assessmentId",
                        assessments)
                .project(Count.class)
                .stream()
                .collect(Collectors.toMap(Count::assessment, count -> count));
    }

    @Override
    public Kind kind() {
        return Kind.COMMENT;
    }

    @Override
    public void erase(TypeId id) {
        delete("id", id.toString());
    }

    /** Comments of one assessment, and how many of those that answer none are not resolved. */
    record Count(String assessment, Long all, Long open) {

        static final Count NONE = new Count("", 0L, 0L);
    }
}
