package org.claimtrail.assessments;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.claimtrail.claims.Holding;
import org.claimtrail.history.ListQuery;
import org.claimtrail.history.Listing;
import org.claimtrail.history.Sort;
import org.claimtrail.history.Visibility;
import org.claimtrail.shared.http.Slice;
import org.claimtrail.shared.id.TypeId;
import org.claimtrail.shared.time.SystemTime;
import org.claimtrail.shared.who.Viewer;
import org.claimtrail.sources.Agents;
import org.jspecify.annotations.Nullable;

/** Lists of assessments: what is published, and for staff what is under way beside it. */
@ApplicationScoped
class AssessmentLists {

    private static final String HEADS =
            " or e.knownFrom is null and e.version = (select a.headVersion from Assessment a where a.id = e.id)";

    private final AssessmentVersions versions;
    private final Agents agents;
    private final Viewer viewer;
    private final Visibility visibility;

    AssessmentLists(AssessmentVersions versions, Agents agents, Viewer viewer, Visibility visibility) {
        this.versions = versions;
        this.agents = agents;
        this.viewer = viewer;
        this.visibility = visibility;
    }

    Slice<AssessmentSummary> list(ListQuery query, Optional<TypeId> claim, AssessmentFilter filter) {
        String sort = Sort.byRecordedAt("AssessmentVersion", query.sort()).name();
        Listing listing = Listing.bare(
                        query.page(), new Sort(sort, "AssessmentVersion", "recordedAt", cursor -> cursor.instant(1)))
                .where("e.assessor = :assessor", "assessor", filter.assessor())
                .where("e.rating = :rating", "rating", Optional.ofNullable(filter.rating))
                .where("e.changeType = :changeType", "changeType", Optional.ofNullable(filter.changeType))
                .where("e.stepAt >= :since", "since", query.updatedSince());
        listing.narrowed(visibility.and("e.claimId"));
        claim.ifPresent(one -> listing.fixed("claimId", "claim", one.toString()));
        listing.ofDesk(visibility.desk(filter.desk));
        @Nullable Holding holding = filter.holding(query.knownAt());
        if (holding == null) {
            visible(listing, claim.isPresent(), filter.state, query.knownAt());
        } else {
            holding.narrow(listing);
        }
        // None is published before it is recorded: where the index that gives the order ends.
        listing.where("e.recordedAt <= :recordedBy", "recordedBy", Optional.ofNullable(query.knownAt()));
        boolean asShown = holding != null || query.knownAt() != null;
        inState(listing, filter.state, asShown);
        List<AssessmentVersion> rows = versions.list(listing);
        return listing.slice(
                rows,
                shown -> summaries(shown, query.knownAt(), asShown),
                row -> row.recordedAt.toString(),
                row -> row.id);
    }

    /** Rows as lists show them, with names as of an instant, null for now. */
    List<AssessmentSummary> summaries(List<AssessmentVersion> rows, @Nullable Instant knownAt) {
        return summaries(rows, knownAt, knownAt != null);
    }

    /** @param asShown in the state in which readers saw them, whatever took their place since */
    private List<AssessmentSummary> summaries(
            List<AssessmentVersion> rows, @Nullable Instant knownAt, boolean asShown) {
        Map<String, String> names =
                agents.names(rows.stream().map(row -> row.assessor).collect(Collectors.toSet()), knownAt);
        return rows.stream()
                .map(row -> AssessmentSummary.of(row, asShown ? row.shown() : row.state, names))
                .toList();
    }

    /** A version that was replaced since was published at the instant, or holds on the day, that is asked about. */
    private static void inState(Listing listing, @Nullable State state, boolean asShown) {
        if (state != null && !asShown) {
            listing.where("e.state = :state", "state", state);
        } else if (state != null) {
            Set<ChangeType> shownSo = EnumSet.allOf(ChangeType.class);
            shownSo.removeIf(type -> type.shown() != state);
            String first = state == State.PUBLISHED ? " or e.changeType is null" : "";
            listing.where("(e.changeType in :shownSo" + first + ")", "shownSo", (Object) shownSo);
        }
    }

    /** Of one claim there are few; of all, those that stand come sorted from their index when they are asked for alone. */
    private void visible(Listing listing, boolean ofOneClaim, @Nullable State state, @Nullable Instant knownAt) {
        boolean noDrafts = !viewer.seesDrafts() || (state != null && !state.isUnderWay());
        if (knownAt != null) {
            listing.where("e.knownFrom <= :knownAt and e.knownUntil > :knownAt", "knownAt", knownAt);
        } else if (noDrafts && !ofOneClaim) {
            listing.fixed("knownUntil", "forever", SystemTime.FOREVER);
        } else {
            String heads = noDrafts ? "" : HEADS + visibility.andDraft("e.id");
            listing.where("(e.knownUntil = :forever" + heads + ")", "forever", SystemTime.FOREVER);
        }
    }
}
