package org.claimtrail.shared.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Conditional requests by RFC 9110 section 13. Tags are passed without their quotes and rendered by {@link #quoted}.
 */
public final class Preconditions {

    /**
     * One element of a list of entity tags; lists may have empty elements (RFC 9110 section 5.6.1.2). Nothing is tried in two
     * ways (possessive quantifiers), since whoever reads may send it.
     */
    private static final Pattern ELEMENT =
            Pattern.compile("[ \\t]*+(?:(W/)?\"([\\x21\\x23-\\x7E\\x80-\\xFF]*+)\")?[ \\t]*+(?:,|$)");

    private Preconditions() {}

    /**
     * Lets a change through when the client names the version it is based on.
     *
     * @throws Problem 428 without If-Match, 412 when no tag matches (a weak one never does, section 13.1.1), 400 when
     *     the header is no list of entity tags
     */
    public static void requireMatch(@Nullable String ifMatch, List<String> currentTags) {
        if (ifMatch == null || ifMatch.isBlank()) {
            throw Problem.of(
                    ProblemType.PRECONDITION_REQUIRED,
                    "Say which version your change is based on: send its ETag in the header If-Match.");
        }
        if (ifMatch.strip().equals("*")) {
            return;
        }
        boolean matches = parse(ifMatch).orElseThrow(Preconditions::malformed).stream()
                .anyMatch(tag -> !tag.weak && currentTags.contains(tag.opaque));
        if (!matches) {
            throw Problem.of(
                    ProblemType.STALE,
                    "The record is no longer the version you named in If-Match. Read it again, then repeat your change.");
        }
    }

    /**
     * Whether the client already holds what would be sent, so that 304 suffices. A header that is no list of entity
     * tags counts as none: the full answer is never wrong.
     */
    public static boolean unchanged(@Nullable String ifNoneMatch, String currentTag) {
        if (ifNoneMatch == null) {
            return false;
        }
        if (ifNoneMatch.strip().equals("*")) {
            return true;
        }
        return parse(ifNoneMatch)
                .filter(tags -> tags.stream().anyMatch(tag -> tag.opaque.equals(currentTag)))
                .isPresent();
    }

    /** The tag as it stands in an ETag header. */
    public static String quoted(String tag) {
        return '"' + tag + '"';
    }

    private static Optional<List<Tag>> parse(String header) {
        List<Tag> tags = new ArrayList<>();
        Matcher element = ELEMENT.matcher(header);
        int at = 0;
        while (at < header.length()) {
            element.region(at, header.length());
            if (!element.lookingAt()) {
                return Optional.empty();
            }
            if (element.group(2) != null) {
                tags.add(new Tag(element.group(1) != null, element.group(2)));
            }
            at = element.end();
        }
        return tags.isEmpty() ? Optional.empty() : Optional.of(tags);
    }

    private static Problem malformed() {
        return Problem.badParameter(
                "If-Match",
                "expected *, or entity tags in double quotes as the ETag header gives them, like \"1-abc\".");
    }

    private record Tag(boolean weak, String opaque) {}
}
