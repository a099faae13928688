package org.claimtrail.shared.edtf;

import java.time.Year;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Level 1 letter-prefixed years: {@code Y170000002}, {@code Y-170000002}; only for years of more than four digits. */
final class LongYear {

    private static final Pattern FORM = Pattern.compile("Y(-?)([1-9]\\d{4,})");
    private static final int DIGITS_THAT_FIT = 9;

    private LongYear() {}

    static Optional<Span> read(String text) {
        Matcher form = FORM.matcher(text);
        if (form.matches()) {
            String digits = form.group(2);
            long size = digits.length() > DIGITS_THAT_FIT ? Year.MAX_VALUE + 1L : Long.parseLong(digits);
            long year = form.group(1).isEmpty() ? size : -size;
            return Optional.of(Span.ofYears(year, year));
        }
        if (text.startsWith("Y")) {
            throw new IllegalArgumentException("“" + text + "” is not a long year: after Y comes a year of five digits"
                    + " or more that does not start with 0, and nothing else (Y170000002)");
        }
        return Optional.empty();
    }
}
