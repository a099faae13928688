package org.claimtrail.shared.edtf;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Whole expressions: one date, or an interval between two. */
final class EdtfParser {

    /** Long enough for every expression of levels 0 and 1 about a year anyone has written down. */
    static final int MAX_LENGTH = 64;

    private static final String EXAMPLES = "write for instance 2025, 2025-11, 2025-11-03, 2002/2011, 2025-11~ (about)"
            + " or 201X (some year of the 2010s)";

    /** Each reads one form, and leaves to the next what does not have that form. */
    private static final List<Function<String, Optional<Span>>> FORMS =
            List.of(CalendarDate::read, Season::read, UnspecifiedDate::read, LongYear::read);

    private EdtfParser() {}

    static Span parse(String text) {
        if (text.length() > MAX_LENGTH) {
            throw new IllegalArgumentException(
                    "A date may have %d characters at most; this one has %d".formatted(MAX_LENGTH, text.length()));
        }
        int slash = text.indexOf('/');
        return slash < 0 ? single(text) : interval(text, text.substring(0, slash), text.substring(slash + 1));
    }

    private static Span single(String text) {
        Optional<Span> moment = DateAndTime.read(text);
        if (moment.isPresent()) {
            return moment.get();
        }
        String date = unqualified(text);
        return FORMS.stream()
                .flatMap(form -> form.apply(date).stream())
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("“" + text + "” is not a date; " + EXAMPLES));
    }

    /** Level 1 intervals: a plain, possibly qualified, date at each end; {@code ..} for open, nothing for unknown. */
    private static Span interval(String text, String start, String end) {
        boolean startGiven = isGiven(start);
        boolean endGiven = isGiven(end);
        if (!startGiven && !endGiven) {
            throw new IllegalArgumentException("“" + text + "” says nothing: an interval needs a date at one end");
        }
        Span first = startGiven ? plain(start) : Span.UNBOUNDED;
        Span last = endGiven ? plain(end) : Span.UNBOUNDED;
        if (last.last().isBefore(first.first())) {
            throw new IllegalArgumentException("“" + text + "” ends before it starts");
        }
        return new Span(first.first(), last.last());
    }

    private static boolean isGiven(String end) {
        return !end.isEmpty() && !end.equals("..");
    }

    private static Span plain(String end) {
        return CalendarDate.read(unqualified(end))
                .orElseThrow(() -> new IllegalArgumentException("“" + end + "” cannot be one end of an interval: an"
                        + " end is a year, a month or a day (2004, 2004-06 or 2004-06-11), .. when open,"
                        + " or nothing when unknown"));
    }

    /** Without the one qualifier that may close a date at level 1 and then applies to all of it. */
    private static String unqualified(String date) {
        return date.endsWith("?") || date.endsWith("~") || date.endsWith("%")
                ? date.substring(0, date.length() - 1)
                : date;
    }
}
