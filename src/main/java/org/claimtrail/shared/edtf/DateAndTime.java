package org.claimtrail.shared.edtf;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Level 0 date-times, {@code 1985-04-12T23:20:30} with nothing, {@code Z}, {@code -04} or {@code +04:30} behind. EDTF
 * takes complete times only: no fraction of a second, no time without seconds.
 */
final class DateAndTime {

    private static final String HOUR = "(?:[01]\\d|2[0-3])";
    private static final String SIXTY = "[0-5]\\d";
    /** A zero offset has a plus (ISO 8601-1, 4.3.13). */
    private static final String OFFSET = "(?!-00(?::00)?$)[+-]" + HOUR + "(?::" + SIXTY + ")?";

    private static final Pattern FORM =
            Pattern.compile("(-?\\d{4}-\\d{2}-\\d{2})T" + HOUR + ":" + SIXTY + ":" + SIXTY + "(?:Z|" + OFFSET + ")?");

    private DateAndTime() {}

    static Optional<Span> read(String text) {
        Matcher form = FORM.matcher(text);
        if (form.matches()) {
            return CalendarDate.read(form.group(1));
        }
        if (text.indexOf('T') >= 0) {
            throw new IllegalArgumentException("“" + text + "” is not a date with a time: write the day and the time"
                    + " to the second, as in 2025-11-03T09:30:00Z or 2025-11-03T09:30:00+09:00");
        }
        return Optional.empty();
    }
}
