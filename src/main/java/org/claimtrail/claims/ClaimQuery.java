package org.claimtrail.claims;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.QueryParam;
import java.util.Locale;
import java.util.Optional;
import org.claimtrail.history.ListQuery;
import org.claimtrail.history.Listing;
import org.claimtrail.history.Sort;
import org.claimtrail.history.Visibility;
import org.claimtrail.history.Words;
import org.claimtrail.shared.edtf.DayRange;
import org.claimtrail.shared.http.Params;
import org.claimtrail.shared.http.Problem;
import org.claimtrail.shared.id.Kind;
import org.claimtrail.shared.id.TypeId;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** What the list of claims is asked with. */
public class ClaimQuery {

    private static final String VERDICT = "exists (select 1 from ClaimVerdict v where v.claimId = e.id and ";

    @BeanParam
    ListQuery list = new ListQuery();

    @QueryParam("claimant")
    @Parameter(description = "Only claims of this agent.")
    @Nullable
    String claimant;

    @QueryParam("topic")
    @Parameter(description = "Only claims about this topic, in any case.", example = "abductions")
    @Nullable
    String topic;

    @QueryParam("language")
    @Parameter(
            description = "Only claims in this language; `en` finds `en-GB` too (RFC 4647, basic filtering).",
            example = "en")
    @Nullable
    String language;

    @QueryParam("status")
    @Parameter(description = "Only claims in this status.")
    @Nullable
    ClaimStatus status;

    @QueryParam("mergedInto")
    @Parameter(description = "Only claims that were merged into this one, with their verdicts.")
    @Nullable
    String mergedInto;

    @QueryParam("verdict")
    @Parameter(description = "Only claims with a published rating of this code that stands.", example = "unproven")
    @Nullable
    String verdict;

    @QueryParam("assessor")
    @Parameter(description = "Only claims that this agent has published an assessment of.")
    @Nullable
    String assessor;

    @QueryParam("asOf")
    @Parameter(
            description =
                    "With the verdicts that hold on this day (YYYY-MM-DD, world time) in place of the latest ones;"
                            + " `verdict` and `assessor` go by them too.",
            example = "2025-11-10")
    @Nullable
    String asOf;

    @QueryParam("statedOn")
    @Parameter(description = "Only claims whose date overlaps this EDTF date or interval.", example = "2024/2025")
    @Nullable
    String statedOn;

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
                .ledBy("claimant", "claimant", agent("claimant", claimant))
                .ledBy("mergedInto", "mergedInto", id(Kind.CLAIM, "mergedInto", mergedInto))
                .where("e.status = :status", "status", Optional.ofNullable(status));
        if (topic != null) {
            listing.having("ClaimTopic", "claimId", "topic", "topic", topic.toLowerCase(Locale.ROOT));
        }
        listing.ofDesk(visibility.desk(desk));
        listing.inLanguage(language);
        stated(listing);
        judged(listing, visibility.and("v.assessmentId"));
        Words.in("e.searchText", q).forEach(listing::where);
        return listing;
    }

    private void stated(Listing listing) {
        if (statedOn != null) {
            DayRange asked = asked(statedOn);
            listing.where("e.statedFrom <= :statedUntil", "statedUntil", asked.until());
            listing.where("e.statedUntil >= :statedFrom", "statedFrom", asked.from());
        }
    }

    private void judged(Listing listing, String shown) {
        Holding holding = holding();
        String then = shownThen(holding) + shown;
        if (holding != null && (verdict != null || assessor != null)) {
            holding.parameters(listing);
        }
        listing.where(
                VERDICT + "v.rating = :rating and v.stands = true and " + then + ")",
                "rating",
                Optional.ofNullable(verdict));
        listing.where(VERDICT + "v.assessor = :assessor and " + then + ")", "assessor", agent("assessor", assessor));
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

    private static Optional<String> agent(String name, @Nullable String text) {
        return id(Kind.AGENT, name, text);
    }

    private static Optional<String> id(Kind kind, String name, @Nullable String text) {
        return Optional.ofNullable(text).map(id -> Params.id(kind, name, id)).map(TypeId::toString);
    }

    private static DayRange asked(String text) {
        try {
            return DayRange.of(text);
        } catch (IllegalArgumentException e) {
            throw Problem.badParameter("statedOn", String.valueOf(e.getMessage()));
        }
    }
}
