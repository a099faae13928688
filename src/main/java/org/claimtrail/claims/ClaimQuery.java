package org.claimtrail.claims;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.QueryParam;
import java.util.Optional;
import org.claimtrail.history.ListQuery;
import org.claimtrail.history.Listing;
import org.claimtrail.history.Sort;
import org.claimtrail.history.Visibility;
import org.claimtrail.history.Words;
import org.claimtrail.shared.edtf.DayRange;
import org.claimtrail.shared.http.Params;
import org.claimtrail.shared.id.Kind;
import org.claimtrail.shared.id.TypeId;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** What the list of claims is asked with. */
public class ClaimQuery {

    private static final String VERDICT = "exists (select 1 from ClaimVerdict v where v.claimId = e.id and ";

    @BeanParam
    ListQuery list = new ListQuery();

    @BeanParam
    ClaimFilter filter = new ClaimFilter();

    @QueryParam("mergedInto")
    @Parameter(description = "Only claims that were merged into this one, with their verdicts.")
    @Nullable
    String mergedInto;

    @QueryParam("asOf")
    @Parameter(
            description =
                    "With the verdicts that hold on this day (YYYY-MM-DD, world time) in place of the latest ones;"
                            + " `verdict` and `assessor` go by them too.",
            example = "2025-11-10")
    @Nullable
    String asOf;

    @QueryParam("q")
    @Parameter(description = "Words, ten at most, that all stand somewhere in the claim.", example = "abduction")
    @Nullable
    String q;

    @QueryParam("desk")
    @Parameter(description = "Only records of this desk; for staff.")
    @Nullable
    String desk;

    /** The query of the list; what is withheld from the reader answers no filter. */
    Listing listing(Visibility visibility) {
        Listing listing = Listing.of(list.page(), sort(), list.knownAt())
                .ledBy("claimant", "claimant", filter.claimant())
                .ledBy("mergedInto", "mergedInto", id(Kind.CLAIM, "mergedInto", mergedInto))
                .where("e.status = :status", "status", filter.status());
        filter.topic().ifPresent(topic -> listing.having("ClaimTopic", "claimId", "topic", "topic", topic));
        listing.ofDesk(visibility.desk(desk));
        listing.inLanguage(filter.language().orElse(null));
        filter.statedOn().ifPresent(days -> stated(listing, days));
        judged(listing, visibility.and("v.assessmentId"));
        Words.in("e.searchText", q).forEach(listing::where);
        return listing;
    }

    private static void stated(Listing listing, DayRange asked) {
        listing.where("e.statedFrom <= :statedUntil", "statedUntil", asked.until());
        listing.where("e.statedUntil >= :statedFrom", "statedFrom", asked.from());
    }

    private void judged(Listing listing, String shown) {
        Holding holding = holding();
        String then = shownThen(holding) + shown;
        if (holding != null
                && (filter.verdict().isPresent() || filter.assessor().isPresent())) {
            holding.parameters(listing);
        }
        listing.where(VERDICT + "v.rating = :rating and v.stands = true and " + then + ")", "rating", filter.verdict());
        listing.where(VERDICT + "v.assessor = :assessor and " + then + ")", "assessor", filter.assessor());
        // Of verdicts that are withheld it must not tell which claim they are of.
        String judgedSince = "(e.knownFrom >= :since or " + VERDICT + "v.knownFrom >= :since" + shown;
        String changed = list.knownAt() == null
                ? "e.changedAt >= :since and " + judgedSince + "))"
                : judgedSince + " and v.knownFrom <= :knownAt))";
        listing.where(changed, "since", list.updatedSince());
    }

    private String shownThen(@Nullable Holding holding) {
        if (holding != null) {
            return holding.condition("v");
        }
        return list.knownAt() == null
                ? "v.knownUntil = :forever"
                : "v.knownFrom <= :knownAt and v.knownUntil > :knownAt";
    }

    /** The verdicts of a day; null for those that readers see whatever day they are of. */
    @Nullable
    Holding holding() {
        return asOf == null ? null : new Holding(Params.day("asOf", asOf), list.knownAt());
    }

    private Sort sort() {
        String asked = list.sort();
        if (asked != null && isByStatement()) {
            return new Sort(asked, "Claim", "statedFrom", cursor -> (int) cursor.number(1));
        }
        if (asked != null && !asked.equals("recordedAt") && !asked.equals("-recordedAt")) {
            throw Sort.unknown("recordedAt, -recordedAt, statedOn or -statedOn");
        }
        return Sort.byRecordedAt("Claim", asked);
    }

    private boolean isByStatement() {
        String asked = list.sort();
        return asked != null && (asked.equals("statedOn") || asked.equals("-statedOn"));
    }

    /** The sort key of a row, for the cursor of the next page. */
    String key(Claim claim) {
        return isByStatement()
                ? Integer.toString(claim.statedFrom)
                : claim.knownFrom().toString();
    }

    private static Optional<String> id(Kind kind, String name, @Nullable String text) {
        return Optional.ofNullable(text).map(id -> Params.id(kind, name, id)).map(TypeId::toString);
    }
}
