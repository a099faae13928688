package org.claimtrail.shared.http;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The trace a caller says this request belongs to, by W3C Trace Context section 3.2. */
final class TraceParent {

    /** Version 00 ends after the flags; a later version may go on. Version ff and ids of zeros alone are invalid. */
    private static final Pattern SHAPE =
            Pattern.compile("(?:00-(?!0{32})([0-9a-f]{32})-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}"
                    + "|(?!00|ff)[0-9a-f]{2}-(?!0{32})([0-9a-f]{32})-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}(?:-.*)?)");

    private TraceParent() {}

    static Optional<String> traceId(List<String> headers) {
        if (headers.size() != 1) {
            return Optional.empty();
        }
        Matcher header = SHAPE.matcher(headers.get(0));
        return header.matches()
                ? Optional.ofNullable(header.group(1)).or(() -> Optional.ofNullable(header.group(2)))
                : Optional.empty();
    }
}
