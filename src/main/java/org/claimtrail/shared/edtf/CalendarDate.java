package org.claimtrail.shared.edtf;

import java.time.YearMonth;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Level 0 dates, {@code 1985}, {@code 1985-04} and {@code 1985-04-12}, also of the negative years of level 1. */
final class CalendarDate {

    private static final Pattern FORM = Pattern.compile("(-?\\d{4})(?:-(\\d{2})(?:-(\\d{2}))?)?");

    private CalendarDate() {}

    static Optional<Span> read(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches() || Season.isSeason(text)) {
            return Optional.empty();
        }
        int year = year(form.group(1));
        if (form.group(2) == null) {
            return Optional.of(Span.ofYears(year, year));
        }
        YearMonth month = month(text, year, form.group(2));
        return Optional.of(form.group(3) == null ? Span.ofMonths(month, month) : day(text, month, form.group(3)));
    }

    /** Four digits and perhaps a minus; the year before 1 is 0000, and -0000 is no year (ISO 8601-1, 5.2.2.3). */
    static int year(String digits) {
        if (digits.equals("-0000")) {
            throw new IllegalArgumentException("There is no year -0000; the year before 0001 is 0000");
        }
        return Integer.parseInt(digits);
    }

    static YearMonth month(String text, int year, String digits) {
        int month = Integer.parseInt(digits);
        if (month < 1 || month > 12) {
            throw new IllegalArgumentException("“" + text + "” names a month that does not exist: months are 01 to 12;"
                    + " a season, without a day, is 21 (spring) to 24 (winter)");
        }
        return YearMonth.of(year, month);
    }

    private static Span day(String text, YearMonth month, String digits) {
        int day = Integer.parseInt(digits);
        if (!month.isValidDay(day)) {
            String name = month.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
            throw new IllegalArgumentException("“%s” names a day that does not exist: %s %d has %d days"
                    .formatted(text, name, month.getYear(), month.lengthOfMonth()));
        }
        return Span.ofDay(month.atDay(day));
    }
}
