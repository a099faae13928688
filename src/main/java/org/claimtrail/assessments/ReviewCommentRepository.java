package org.claimtrail.assessments;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.claimtrail.history.Projection;
import org.claimtrail.shared.http.Cursor;
import org.claimtrail.shared.http.PageRequest;
import org.claimtrail.shared.id.Kind;
import org.claimtrail.shared.id.TypeId;

/** Comments of assessments. Who may see them is asked before: whoever sees one of an assessment sees all. */
@ApplicationScoped
class ReviewCommentRepository implements PanacheRepositoryBase<ReviewComment, String>, Projection {

    /**
     * The comments of an assessment, oldest first; one row more than the limit where there are more.
     *
     * @param since only those that were written, or edited, at this instant or later
     */
    List<ReviewComment> of(TypeId assessment, PageRequest page, Optional<Instant> since) {
        StringBuilder where = new StringBuilder("from ReviewComment e where e.assessmentId = :assessment");
        Map<String, Object> parameters = new HashMap<>(Map.of("assessment", assessment.toString()));
        page.after().ifPresent(cursor -> {
            where.append(" and e.createdAt >= :lastAt and (e.createdAt > :lastAt or e.id > :lastId)");
            parameters.put("lastAt", cursor.instant(0));
            parameters.put("lastId", cursor.id(Kind.COMMENT, 1).toString());
        });
        since.ifPresent(at -> {
            where.append(
                    " and exists (select 1 from RecordVersion v where v.recordId = e.id and v.recordedAt >= :since)");
            parameters.put("since", at);
        });
        return find(where + " order by e.createdAt, e.id", parameters)
                .range(0, page.limit())
                .list();
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
