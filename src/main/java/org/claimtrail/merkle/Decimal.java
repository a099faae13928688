package org.claimtrail.merkle;

import java.util.regex.Pattern;

/** Sizes and places as texts: digits without leading zeros, below 2^63. */
final class Decimal {

    private static final Pattern CANONICAL = Pattern.compile("0|[1-9][0-9]{0,18}");

    private Decimal() {}

    /** @throws IllegalArgumentException when the text is anything else */
    static long parse(String text) {
        if (!CANONICAL.matcher(text).matches()) {
            throw new IllegalArgumentException("not a number in its shortest form: " + text);
        }
        return Long.parseLong(text); // beyond 2^63 - 1 this throws, too
    }
}
