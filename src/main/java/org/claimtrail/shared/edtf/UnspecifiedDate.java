package org.claimtrail.shared.edtf;

import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Level 1 unspecified digits: {@code 201X}, {@code 20XX}, {@code 2004-XX}, {@code 1985-04-XX}, {@code 1985-XX-XX}. An X
 * that is followed by something known, and an X for one digit of a month or a day, are level 2.
 */
final class UnspecifiedDate {

    private static final Pattern YEAR = Pattern.compile("-?\\d{2}(?:\\dX|XX)");
    private static final Pattern MONTH = Pattern.compile("(-?\\d{4})-XX(?:-XX)?");
    private static final Pattern DAY = Pattern.compile("(-?\\d{4})-(\\d{2})-XX");

    private UnspecifiedDate() {}

    static Optional<Span> read(String text) {
        if (text.indexOf('X') < 0) {
            return Optional.empty();
        }
        if (YEAR.matcher(text).matches()) {
            return Optional.of(years(text));
        }
        Matcher month = MONTH.matcher(text);
        if (month.matches()) {
            int year = CalendarDate.year(month.group(1));
            return Optional.of(Span.ofYears(year, year));
        }
        Matcher day = DAY.matcher(text);
        if (day.matches()) {
            YearMonth known = CalendarDate.month(text, CalendarDate.year(day.group(1)), day.group(2));
            return Optional.of(Span.ofMonths(known, known));
        }
        throw new IllegalArgumentException("“" + text + "” uses X where it may not stand: X replaces the last one or"
                + " two digits of a year alone (201X, 20XX), or a whole month or day with nothing known after it"
                + " (2004-XX, 1985-04-XX, 1985-XX-XX)");
    }

    private static Span years(String text) {
        int low = Integer.parseInt(text.replace('X', '0'));
        int high = Integer.parseInt(text.replace('X', '9'));
        if (text.startsWith("-")) {
            return Span.ofYears(high, Math.min(low, -1)); // -000X ends at -0001, because -0000 is no year
        }
        return Span.ofYears(low, high);
    }
}
