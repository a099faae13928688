package org.claimtrail.shared.edtf;

import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;

/** The days an expression may mean, both ends included. */
record Span(LocalDate first, LocalDate last) {

    static final Span UNBOUNDED = new Span(LocalDate.MIN, LocalDate.MAX);

    Span {
        if (last.isBefore(first)) {
            throw new IllegalArgumentException("The end is before the start");
        }
    }

    static Span ofDay(LocalDate day) {
        return new Span(day, day);
    }

    static Span ofMonths(YearMonth from, YearMonth to) {
        return new Span(from.atDay(1), to.atEndOfMonth());
    }

    /** Whole years; those that the calendar class cannot hold are clamped to its ends. */
    static Span ofYears(long from, long to) {
        LocalDate first = holds(from) ? LocalDate.of((int) from, 1, 1) : end(from);
        LocalDate last = holds(to) ? LocalDate.of((int) to, 12, 31) : end(to);
        return new Span(first, last);
    }

    private static boolean holds(long year) {
        return Year.MIN_VALUE <= year && year <= Year.MAX_VALUE;
    }

    private static LocalDate end(long year) {
        return year < 0 ? LocalDate.MIN : LocalDate.MAX;
    }
}
