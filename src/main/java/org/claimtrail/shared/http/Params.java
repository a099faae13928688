package org.claimtrail.shared.http;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import org.claimtrail.shared.id.Kind;
import org.claimtrail.shared.id.TypeId;
import org.claimtrail.shared.json.Rfc3339;
import org.claimtrail.shared.time.SystemTime;
import org.jspecify.annotations.Nullable;

/** Query parameters read strictly; each refusal is a 400 that names the parameter and what is expected. */
public final class Params {

    private Params() {}

    /** An RFC 3339 instant with its offset. */
    public static Instant instant(String name, String text) {
        return Rfc3339.parse(text).orElseThrow(() -> {
            String hint = text.indexOf(' ') < 0 ? "" : "; a plus sign in an address is written %2B";
            return Problem.badParameter(name, Rfc3339.EXPECTED + hint + ".");
        });
    }

    /**
     * The instant of {@code knownAt}, null when it is not asked for. What stands now stands until {@link
     * SystemTime#FOREVER}; an instant beyond is the last before it, so that it finds what stands now.
     */
    public static @Nullable Instant knownAt(@Nullable String text) {
        if (text == null) {
            return null;
        }
        Instant asked = instant("knownAt", text);
        return asked.isBefore(SystemTime.FOREVER) ? asked : SystemTime.FOREVER.minusNanos(1000);
    }

    /** A day of the world, {@code YYYY-MM-DD}. */
    public static LocalDate day(String name, String text) {
        try {
            if (text.length() == 10) {
                return LocalDate.parse(text);
            }
        } catch (DateTimeException e) {
            // no such day: refused below
        }
        throw Problem.badParameter(name, "expected a day that exists, like 2025-11-04.");
    }

    /** The id of a record of this kind. */
    public static TypeId id(Kind kind, String name, String text) {
        return TypeId.tryParse(text)
                .filter(id -> id.kind() == kind)
                .orElseThrow(
                        () -> Problem.badParameter(name, "expected an id that begins with " + kind.prefix() + "_."));
    }
}
