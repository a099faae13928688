package org.claimtrail.search;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is asked for, taken apart: words, and phrases in quotation marks, each of which may be excluded by a hyphen before it.
 * Whatever is typed is a question; a quotation mark that is not closed begins a phrase that goes on to the end.
 */
record Question(List<Part> parts) {

    private static final Pattern PART =
            Pattern.compile("(-?)(?:\"([^\"]*)(?:\"|$)|(\\S+))", Pattern.UNICODE_CHARACTER_CLASS);

    /** Quotation marks as telephones and other languages have them. */
    private static final Pattern QUOTES = Pattern.compile("[\u201c\u201d\u201e\u00ab\u00bb\uff02]");

    static Question of(String text) {
        List<Part> parts = new ArrayList<>();
        Matcher part = PART.matcher(QUOTES.matcher(text).replaceAll("\""));
        while (part.find()) {
            parts.add(part(part.toMatchResult()));
        }
        return new Question(List.copyOf(parts));
    }

    private static Part part(MatchResult found) {
        boolean excluded = !found.group(1).isEmpty();
        return found.group(2) == null
                ? new Part(found.group(3), false, excluded)
                : new Part(found.group(2), true, excluded);
    }

    /**
     * One of them.
     *
     * @param phrase whether its words have to stand side by side
     * @param excluded whether it must not be found
     */
    record Part(String text, boolean phrase, boolean excluded) {}
}
