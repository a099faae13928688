package org.claimtrail.shared.json;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Instants as this API writes them: RFC 3339 section 5.6, with an offset, and no leap second. */
public final class Rfc3339 {

    /** For messages: what is expected, with an example. */
    public static final String EXPECTED = "expected an instant with its offset (RFC 3339), like 2025-11-20T08:30:00Z";

    /** java.time alone would also take years beyond 9999 and times without seconds. */
    private static final Pattern SHAPE =
            Pattern.compile("\\d{4}-\\d{2}-\\d{2}[Tt]\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,9})?([Zz]|[+-]\\d{2}:\\d{2})");

    private Rfc3339() {}

    /**
     * In microseconds, as every instant here: what is finer, one database would keep and another would round up. Empty when the
     * text is no RFC 3339 instant, or names a day or time that does not exist.
     */
    public static Optional<Instant> parse(String text) {
        if (!SHAPE.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(OffsetDateTime.parse(text.toUpperCase(Locale.ROOT))
                    .toInstant()
                    .truncatedTo(ChronoUnit.MICROS));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
