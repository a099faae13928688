package org.claimtrail.shared.edtf;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The days a date covers, as numbers that every database compares: days since 1970-01-01, both ends included. Dates
 * beyond about five million years are drawn to the ends.
 */
public record DayRange(int from, int until) {

    /** Of a date that is not given: overlaps nothing and sorts behind everything. */
    public static final DayRange NONE = new DayRange(Integer.MAX_VALUE, Integer.MIN_VALUE);

    /** Of an EDTF expression that is known to be valid. */
    public static DayRange of(@Nullable String edtf) {
        if (edtf == null) {
            return NONE;
        }
        Edtf date = Edtf.parse(edtf);
        return new DayRange(day(date.earliest()), day(date.latest()));
    }

    private static int day(LocalDate date) {
        return (int) Math.max(Integer.MIN_VALUE, Math.min(Integer.MAX_VALUE, date.toEpochDay()));
    }
}
