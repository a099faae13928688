package org.claimtrail.merkle;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The end of a tile's path: its place in groups of three digits, all but the last with an {@code x} before it, and the
 * width of a partial tile. Each place has one such text.
 */
record TileNumber(long n, int width) {

    static final int FULL = 256;

    private static final Pattern FORM = Pattern.compile("((?:x[0-9]{3}/){0,6})([0-9]{3})(?:\\.p/([1-9][0-9]{0,2}))?");

    TileNumber {
        if (n < 0 || width < 1 || width > FULL) {
            throw new IllegalArgumentException("no tile " + n + " of width " + width);
        }
    }

    /** Anything but the one text that {@link #encode} gives is nothing. */
    static Optional<TileNumber> parse(String text) {
        Matcher parts = FORM.matcher(text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        String digits = parts.group(1).replaceAll("[x/]", "") + parts.group(2);
        int width = parts.group(3) == null ? FULL : Integer.parseInt(parts.group(3));
        if (digits.length() > 18 || width > FULL || (parts.group(3) != null && width == FULL)) {
            return Optional.empty();
        }
        TileNumber number = new TileNumber(Long.parseLong(digits), width);
        return number.encode().equals(text) ? Optional.of(number) : Optional.empty();
    }

    String encode() {
        StringBuilder text = new StringBuilder(String.format("%03d", n % 1000));
        for (long left = n / 1000; left > 0; left /= 1000) {
            text.insert(0, String.format("x%03d/", left % 1000));
        }
        return width == FULL
                ? text.toString()
                : text.append(".p/").append(width).toString();
    }
}
