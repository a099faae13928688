package org.claimtrail.assessments;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.claimtrail.claims.ClaimLists;
import org.claimtrail.claims.ClaimSummary;
import org.claimtrail.history.Listing;
import org.claimtrail.history.Sort;
import org.claimtrail.history.VersionReads;
import org.claimtrail.history.Visibility;
import org.claimtrail.shared.http.PageRequest;
import org.claimtrail.shared.http.Slice;
import org.claimtrail.shared.json.StoredJson;
import org.claimtrail.shared.time.SystemTime;
import org.claimtrail.shared.who.Permission;
import org.jspecify.annotations.Nullable;

/**
 * What waits for the caller, longest waiting first: for who may approve, what others handed in and what is approved;
 * for an author, what came back. Auditors see all that waits.
 */
@ApplicationScoped
class Reviews {

    private static final String RETURNED = "e.state = 'DRAFT' and e.returned = true";
    private static final String WAITING = "e.state in ('IN_REVIEW', 'APPROVED')";
    private static final String MINE = "concat(' ', e.authors, ' ') like :me";

    private final AssessmentVersions versions;
    private final AssessmentLists lists;
    private final ClaimLists claims;
    private final VersionReads reads;
    private final SecurityIdentity identity;
    private final AssessmentConfig config;
    private final Visibility visibility;

    Reviews(
            AssessmentVersions versions,
            AssessmentLists lists,
            ClaimLists claims,
            VersionReads reads,
            SecurityIdentity identity,
            AssessmentConfig config,
            Visibility visibility) {
        this.versions = versions;
        this.lists = lists;
        this.claims = claims;
        this.reads = reads;
        this.identity = identity;
        this.config = config;
        this.visibility = visibility;
    }

    Slice<ReviewEntry> list(PageRequest page) {
        Sort longest = new Sort("since", "AssessmentVersion", "stepAt", cursor -> cursor.instant(1));
        Listing listing = Listing.bare(page, longest)
                .where(condition(), "me", "% " + identity.getPrincipal().getName() + " %");
        List<AssessmentVersion> rows = versions.list(listing);
        return listing.slice(rows, entries(rows), row -> row.stepAt.toString(), row -> row.id);
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
        List<ReviewEntry> entries = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            AssessmentVersion row = rows.get(i);
            entries.add(new ReviewEntry(
                    summaries.get(i),
                    texts.getOrDefault(row.claimId, ""),
                    ReviewEntry.WaitsFor.of(row.state),
                    SystemTime.text(row.stepAt),
                    comment(steps.get(row.stepEvent))));
        }
        return entries;
    }

    private static @Nullable String comment(byte @Nullable [] step) {
        return step == null ? null : StoredJson.read(step).path("comment").textValue();
    }
}
