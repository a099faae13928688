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

    /**
     * From the first day of one date to the last of another, EDTF expressions that are known to be valid.
     *
     * @param from null for all days before
     * @param to null for all days behind
     */
    public static DayRange between(@Nullable String from, @Nullable String to) {
        return new DayRange(
                from == null ? Integer.MIN_VALUE : of(from).from, to == null ? Integer.MAX_VALUE : of(to).until);
    }

    private static int day(LocalDate date) {
        return (int) Math.max(Integer.MIN_VALUE, Math.min(Integer.MAX_VALUE, date.toEpochDay()));
    }
}
