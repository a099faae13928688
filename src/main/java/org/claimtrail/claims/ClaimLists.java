package org.claimtrail.claims;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.claimtrail.claims.PublicSummaries.Beside;
import org.claimtrail.history.Listing;
import org.claimtrail.history.VersionReads;
import org.claimtrail.history.Visibility;
import org.claimtrail.shared.http.Slice;
import org.claimtrail.shared.id.TypeId;
import org.claimtrail.shared.json.StoredJson;
import org.claimtrail.shared.who.Viewer;
import org.claimtrail.sources.Agents;
import org.jspecify.annotations.Nullable;

/** Lists of claims, each with who claims it and what is published about it: four queries whatever the page. */
@ApplicationScoped
public class ClaimLists {

    /** So many of the claims that were merged into one are told of beside it. The list has all. */
    private static final int IN_DOSSIER = 200;

    private final ClaimRepository claims;
    private final ClaimVerdicts verdicts;
    private final VersionReads reads;
    private final Agents agents;
    private final Visibility visibility;
    private final PublicSummaries open;
    private final Viewer viewer;

    ClaimLists(
            ClaimRepository claims,
            ClaimVerdicts verdicts,
            VersionReads reads,
            Agents agents,
            Visibility visibility,
            PublicSummaries open,
            Viewer viewer) {
        this.claims = claims;
        this.verdicts = verdicts;
        this.reads = reads;
        this.agents = agents;
        this.visibility = visibility;
        this.open = open;
        this.viewer = viewer;
    }

    /** The page that is asked for. */
    Slice<ClaimSummary> list(ClaimQuery query) {
        Listing listing = query.listing(visibility);
        List<Claim> rows = claims.list(listing);
        @Nullable Holding holding = query.holding();
        return listing.slice(rows, shown -> summaries(shown, query.list.knownAt(), holding), query::key);
    }

    /** Claims as a list shows them, at an instant, null for now; those that are not there are left out. */
    public List<ClaimSummary> summaries(Set<String> ids, @Nullable Instant knownAt) {
        return summaries(claims.standing(ids, knownAt), knownAt, null);
    }

    /**
     * The claims that were merged into one, the first {@value #IN_DOSSIER} of them.
     *
     * @param holding which verdicts stand beside them; null for those that readers see
     */
    public List<ClaimSummary> mergedInto(TypeId claim, @Nullable Instant knownAt, @Nullable Holding holding) {
        return summaries(claims.mergedInto(claim, knownAt, IN_DOSSIER), knownAt, holding);
    }

    private List<ClaimSummary> summaries(List<Claim> rows, @Nullable Instant knownAt, @Nullable Holding holding) {
        boolean asAnybody = knownAt == null && holding == null && viewer.isAnonymous();
        Beside beside = asAnybody ? open.beside(rows) : beside(rows, knownAt, holding);
        List<ClaimSummary> summaries = new ArrayList<>();
        for (Claim row : rows) {
            byte[] content = beside.contents().get(row.eventId());
            if (content != null) {
                summaries.add(beside.summary(row, StoredJson.read(content, NewClaim.class)));
            }
        }
        return summaries;
    }

    private Beside beside(List<Claim> rows, @Nullable Instant knownAt, @Nullable Holding holding) {
        List<String> ids = rows.stream().map(row -> row.id().toString()).toList();
        List<ClaimVerdict> found = holding == null ? verdicts.on(ids, knownAt) : verdicts.on(ids, holding);
        Map<String, List<ClaimVerdict>> judged =
                found.stream().collect(Collectors.groupingBy(verdict -> verdict.claimId));
        Map<String, String> names = agents.names(agentsIn(rows, judged), knownAt);
        Map<String, byte[]> contents =
                reads.contents(rows.stream().map(Claim::eventId).toList());
        return new Beside(judged, names, contents);
    }

    private static Set<String> agentsIn(List<Claim> rows, Map<String, List<ClaimVerdict>> judged) {
        Set<String> ids = new HashSet<>();
        rows.forEach(row -> ids.add(row.claimant));
        judged.values().forEach(list -> list.forEach(verdict -> ids.add(verdict.assessor)));
        return ids;
    }
}
