package org.claimtrail.shared.http;

import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the client would like, by RFC 7240. A preference that is unknown or cannot be honoured is ignored, as section 2
 * asks; of one given twice the first counts.
 *
 * @param minimal {@code return=minimal}: no body wanted
 * @param waitFor {@code wait=N}: how long the client is ready to wait
 */
public record Preference(boolean minimal, Optional<Duration> waitFor) {

    private static final String TOKEN = "[!#$%&'*+.^_`|~0-9A-Za-z-]++";
    private static final String WORD = TOKEN + "|\"(?:[^\"\\\\]|\\\\.)*+\"";
    /**
     * A preference or one of its parameters, with the delimiter behind it. Nothing is tried in two ways (possessive
     * quantifiers): every request may have this header, before anything is known of who sends it.
     */
    private static final Pattern ITEM = Pattern.compile(
            "\\s*+(?:(?<name>" + TOKEN + ")(?:\\s*+=\\s*+(?<value>" + WORD + ")?)?)?\\s*+(?<end>[,;]|$)");

    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,9}");

    private static final Preference NONE = new Preference(false, Optional.empty());

    public static Preference of(@Nullable String prefer) {
        if (prefer == null) {
            return NONE;
        }
        Map<String, String> preferences = parse(prefer);
        boolean minimal = "minimal".equals(preferences.get("return"));
        Optional<Duration> waitFor = Optional.ofNullable(preferences.get("wait"))
                .filter(text -> SECONDS.matcher(text).matches())
                .map(text -> Duration.ofSeconds(Long.parseLong(text)));
        return new Preference(minimal, waitFor);
    }

    /** Preferences by lower-case name without their parameters; what stands before a syntax error still counts. */
    private static Map<String, String> parse(String header) {
        Map<String, String> preferences = new HashMap<>();
        Matcher item = ITEM.matcher(header);
        boolean atPreference = true;
        int at = 0;
        while (at < header.length() && item.region(at, header.length()).lookingAt()) {
            String name = item.group("name");
            if (atPreference && name != null) {
                preferences.putIfAbsent(name.toLowerCase(Locale.ROOT), unquoted(item.group("value")));
            }
            atPreference = item.group("end").equals(",");
            at = item.end();
        }
        return preferences;
    }

    private static String unquoted(@Nullable String word) {
        if (word == null) {
            return "";
        }
        return word.startsWith("\"") ? word.substring(1, word.length() - 1).replaceAll("\\\\(.)", "$1") : word;
    }
}
