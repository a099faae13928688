package org.claimtrail.claims;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.claimtrail.history.Listing;
import org.claimtrail.shared.time.SystemTime;
import org.jspecify.annotations.Nullable;

/**
 * Which verdicts hold on a day of the world, as a condition of a query in Hibernate's language: of each assessment the latest
 * that was not put right or withdrawn since and has the day among its own.
 *
 * @param knownAt of those that were published by this instant; null for now
 */
public record Holding(LocalDate day, @Nullable Instant knownAt) {

    /** The condition for versions of assessments {@code e}. */
    public Listing narrow(Listing listing) {
        listing.narrowed(
                " and exists (select 1 from ClaimVerdict v where v.assessmentId = e.id and v.version = e.version and "
                        + condition("v") + ")");
        return parameters(listing);
    }

    /** The condition for a verdict. */
    String condition(String verdict) {
        return covers(verdict) + " and not exists (select 1 from ClaimVerdict later where later.assessmentId = "
                + verdict + ".assessmentId and later.version > " + verdict + ".version and " + covers("later") + ")";
    }

    private String covers(String verdict) {
        String days = verdict + ".fromDay <= :day and " + verdict + ".untilDay >= :day and ";
        return days
                + (knownAt == null
                        ? verdict + ".heldUntil = :forever"
                        : verdict + ".knownFrom <= :knownAt and " + verdict + ".heldUntil > :knownAt");
    }

    Listing parameters(Listing listing) {
        parameters().forEach(listing::parameter);
        return listing;
    }

    Map<String, Object> parameters() {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("day", Math.toIntExact(day.toEpochDay())); // four digits of a year fit
        if (knownAt == null) {
            parameters.put("forever", SystemTime.FOREVER);
        } else {
            parameters.put("knownAt", knownAt);
        }
        return parameters;
    }
}
