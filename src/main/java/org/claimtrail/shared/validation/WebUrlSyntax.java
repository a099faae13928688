package org.claimtrail.shared.validation;

import static org.claimtrail.shared.validation.ReasonedValidator.quote;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The generic syntax of RFC 3986 for http and https, with what people paste from an address bar: letters beyond ASCII
 * (RFC 3987) and square brackets in a query. What this accepts, {@link java.net.URI} accepts as well.
 */
final class WebUrlSyntax {

    private static final Pattern FORM = Pattern.compile("https?://([^/?#]*)([^?#]*)(.*)", Pattern.CASE_INSENSITIVE);
    private static final String PLAIN = "-._~:/?#@!$&'()*+,;=";
    private static final Pattern STRAY_PERCENT = Pattern.compile("%(?![0-9A-Fa-f]{2})");

    private WebUrlSyntax() {}

    /** What is wrong with the address; empty when nothing is. */
    static Optional<String> refusal(String url) {
        if (url.length() > WebUrl.MAX_LENGTH) {
            return Optional.of("A web address may have %d characters at most; this one has %d"
                    .formatted(WebUrl.MAX_LENGTH, url.length()));
        }
        return reason(url).map(reason -> quote(url) + " is not a web address that can be kept: " + reason);
    }

    private static Optional<String> reason(String url) {
        int stray = indexOfStray(url);
        if (stray >= 0) {
            return Optional.of(strayCharacter(url.codePointAt(stray), stray));
        }
        Matcher percent = STRAY_PERCENT.matcher(url);
        if (percent.find()) {
            return Optional.of("the % at character " + (percent.start() + 1)
                    + " is not followed by two hexadecimal digits; a percent sign is written %25");
        }
        Matcher form = FORM.matcher(url);
        if (!form.matches()) {
            return Optional.of("it must start with https:// or http://");
        }
        if (form.group(2).matches(".*[\\[\\]].*")) {
            return Optional.of("square brackets in a path are written %5B and %5D");
        }
        if (form.group(3).indexOf('#') != form.group(3).lastIndexOf('#')) {
            return Optional.of("it has more than one #");
        }
        return WebAuthority.refusal(form.group(1));
    }

    private static int indexOfStray(String url) {
        for (int i = 0; i < url.length(); i += Character.charCount(url.codePointAt(i))) {
            if (!mayStand(url.codePointAt(i))) {
                return i;
            }
        }
        return -1;
    }

    private static boolean mayStand(int c) {
        if (c < 128) {
            return (c >= '0' && c <= '9') || Character.isLetter(c) || PLAIN.indexOf(c) >= 0 || "%[]".indexOf(c) >= 0;
        }
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.SURROGATE, Character.PRIVATE_USE -> false;
            case Character.SPACE_SEPARATOR, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> false;
            // Invisible; those that turn the direction can make an address look like another (RFC 3987, 4.1).
            // Persian spelling needs the two joiners.
            case Character.FORMAT -> c == 0x200C || c == 0x200D;
            default -> true;
        };
    }

    private static String strayCharacter(int c, int at) {
        if (c == ' ') {
            return "it has a space at character %d; a space is written %%20".formatted(at + 1);
        }
        if (c > ' ' && c < 127) {
            return "the character %c at %d is written %%%02X".formatted(c, at + 1, c);
        }
        return "it has the invisible or unusable character U+%04X at character %d".formatted(c, at + 1);
    }
}
