package org.claimtrail.shared.edtf;

import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Level 1 seasons, {@code 2001-21} to {@code 2001-24}; {@link Edtf} says which months they are taken to be. */
final class Season {

    private static final Pattern FORM = Pattern.compile("(-?\\d{4})-(2[1-4])");
    private static final int SPRING = 21;

    private Season() {}

    static boolean isSeason(String text) {
        return FORM.matcher(text).matches();
    }

    static Optional<Span> read(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            return Optional.empty();
        }
        YearMonth march = YearMonth.of(CalendarDate.year(form.group(1)), 3);
        YearMonth from = march.plusMonths(3L * (Integer.parseInt(form.group(2)) - SPRING));
        return Optional.of(Span.ofMonths(from, from.plusMonths(2)));
    }
}
