package org.claimtrail.assessments;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.claimtrail.audit.ActorNames;
import org.claimtrail.claims.ClaimLists;
import org.claimtrail.claims.ClaimSummary;
import org.claimtrail.history.PageQuery;
import org.claimtrail.history.RecordDesks;
import org.claimtrail.history.VersionReads;
import org.claimtrail.history.Visibility;
import org.claimtrail.shared.http.PageRequest;
import org.claimtrail.shared.http.Slice;
import org.claimtrail.shared.json.StoredJson;
import org.claimtrail.shared.time.SystemTime;
import org.claimtrail.shared.who.Permission;
import org.jspecify.annotations.Nullable;

/**
 * What waits for the caller, what is due first and then what waits longest: for who may approve, what others handed in and what is approved;
 * for an author, what came back. Auditors see all that waits.
 */
@ApplicationScoped
class Reviews {

    private static final String RETURNED = "e.state = 'DRAFT' and e.returned = true";
    private static final String WAITING = "e.state in ('IN_REVIEW', 'APPROVED')";
    private static final String MINE = "concat(' ', e.authors, ' ') like :me";

    /** Assigning a reviewer, and what is said, change no step; who opens evidence changes nothing. */
    private static final String CHANGED =
            "(e.stepAt >= :since or exists (select 1 from AuditEvent a where a.subject = e.id and a.at >= :since"
                    + " and a.type <> '" + AssessmentEvent.OPENED.type() + "')"
                    + " or exists (select 1 from AuditEvent a join RecordPart p on p.recordId = a.subject"
                    + " where p.whole = e.id and a.at >= :since))";

    private final AssessmentVersions versions;
    private final AssessmentLists lists;
    private final ClaimLists claims;
    private final VersionReads reads;
    private final SecurityIdentity identity;
    private final AssessmentConfig config;
    private final ReviewCommentRepository comments;
    private final Visibility visibility;
    private final RecordDesks desks;
    private final ActorNames names;
    private final Clock clock;

    Reviews(
            AssessmentVersions versions,
            AssessmentLists lists,
            ClaimLists claims,
            VersionReads reads,
            SecurityIdentity identity,
            AssessmentConfig config,
            ReviewCommentRepository comments,
            Visibility visibility,
            RecordDesks desks,
            ActorNames names,
            Clock clock) {
        this.versions = versions;
        this.lists = lists;
        this.claims = claims;
        this.reads = reads;
        this.identity = identity;
        this.config = config;
        this.comments = comments;
        this.visibility = visibility;
        this.desks = desks;
        this.names = names;
        this.clock = clock;
    }

    Slice<ReviewEntry> list(PageQuery asked, ReviewFilter filter) {
        PageRequest page = asked.page();
        String me = identity.getPrincipal().getName();
        ReviewQuery query = new ReviewQuery().where(condition(), "me", "% " + me + " %");
        filter.narrow(query, me, clock.instant());
        visibility
                .desk(filter.desk)
                .ifPresent(desk -> query.where(
                        "exists (select 1 from RecordDesk d where d.recordId = e.id and d.desk = :desk)",
                        "desk",
                        desk));
        asked.updatedSince().ifPresent(since -> query.where(CHANGED, "since", since));
        page.after().ifPresent(query::behind);
        List<AssessmentVersion> rows = versions.list(query, page.limit());
        Slice<AssessmentVersion> slice =
                Slice.cut(rows, page.limit(), row -> ReviewQuery.cursor(row).encode());
        return new Slice<>(entries(slice.items()), slice.next());
    }

    private String condition() {
        String returnedToMe = RETURNED + " and " + MINE + visibility.andDraft("e.id");
        if (!identity.hasRole(Permission.WRITE)) {
            return "(" + WAITING + " or " + RETURNED + " and :me is not null)"; // auditors: of every desk
        }
        if (!identity.hasRole(Permission.EDIT)) {
            return "(" + returnedToMe + ")";
        }
        String byOthers = config.fourEyes() ? " and (e.state = 'APPROVED' or not " + MINE + ")" : "";
        return "(" + WAITING + byOthers + visibility.andEditable("e.id") + " or " + returnedToMe + ")";
    }

    private List<ReviewEntry> entries(List<AssessmentVersion> rows) {
        Map<String, String> texts =
                claims.summaries(rows.stream().map(row -> row.claimId).collect(Collectors.toSet()), null).stream()
                        .collect(Collectors.toMap(ClaimSummary::id, ClaimSummary::text));
        List<AssessmentSummary> summaries = lists.summaries(rows, null);
        Map<String, byte[]> steps =
                reads.contents(rows.stream().map(row -> row.stepEvent).toList());
        List<String> ids = rows.stream().map(row -> row.id).toList();
        Map<String, String> owners = desks.of(ids);
        Map<String, ReviewCommentRepository.Count> said = comments.counts(ids);
        Map<String, String> people = names(rows);
        List<ReviewEntry> entries = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            AssessmentVersion row = rows.get(i);
            ReviewCommentRepository.Count count = said.getOrDefault(row.id, ReviewCommentRepository.Count.NONE);
            entries.add(new ReviewEntry(
                    summaries.get(i),
                    texts.getOrDefault(row.claimId, ""),
                    ReviewEntry.WaitsFor.of(row.state),
                    SystemTime.text(row.stepAt),
                    comment(steps.get(row.stepEvent)),
                    owners.get(row.id),
                    row.assignee,
                    row.assignee == null ? null : people.get(row.assignee),
                    text(row.due),
                    text(row.publishAt),
                    count.all(),
                    count.open()));
        }
        return entries;
    }

    private Map<String, String> names(List<AssessmentVersion> rows) {
        Set<String> assignees =
                rows.stream().flatMap(row -> Stream.ofNullable(row.assignee)).collect(Collectors.toSet());
        return assignees.isEmpty() ? Map.of() : names.of(assignees);
    }

    private static @Nullable String text(@Nullable Instant instant) {
        return instant == null ? null : SystemTime.text(instant);
    }

    private static @Nullable String comment(byte @Nullable [] step) {
        return step == null ? null : StoredJson.read(step).path("comment").textValue();
    }
}
