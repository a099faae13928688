package org.claimtrail.shared.time;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** The clock of the service, and how its instants are written. */
@ApplicationScoped
public class SystemTime {

    /** The open end of system time: what stands until this instant stands now. */
    public static final Instant FOREVER = Instant.parse("9999-12-31T00:00:00Z");

    /**
     * The same in SQL: as a parameter it would be any time to PostgreSQL, which plans a statement anew each time if it finds
     * that to be worth its while for this one.
     */
    public static final String FOREVER_IN_SQL = "timestamp with time zone '9999-12-31 00:00:00+00'";

    private static final DateTimeFormatter MICROS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

    /** Ticks in microseconds: a nanosecond would be lost in the database and break byte equality. */
    @Produces
    @ApplicationScoped
    Clock clock() {
        return new MicrosecondClock(Clock.systemUTC());
    }

    /** RFC 3339 in UTC with exactly six fraction digits: one text for one instant. */
    public static String text(Instant instant) {
        return MICROS.format(instant);
    }

    /** The next instant that is later than {@code last}: versions of a record never share one. */
    public static Instant after(Instant last, Clock clock) {
        Instant now = clock.instant();
        return now.isAfter(last) ? now : last.plusNanos(1000);
    }
}
