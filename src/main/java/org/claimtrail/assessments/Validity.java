package org.claimtrail.assessments;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import org.claimtrail.shared.edtf.DayRange;
import org.jspecify.annotations.Nullable;

/** The days of the world on which a verdict holds: from the first day of validFrom to the last of validTo. */
record Validity(@Nullable String from, @Nullable String to) {

    static final Validity ALL_DAYS = new Validity(null, null);

    /** @param content a version's */
    static Validity of(JsonNode content) {
        return new Validity(
                content.path("validFrom").textValue(), content.path("validTo").textValue());
    }

    boolean covers(LocalDate day) {
        DayRange days = DayRange.between(from, to);
        long number = day.toEpochDay();
        return days.from() <= number && number <= days.until();
    }
}
