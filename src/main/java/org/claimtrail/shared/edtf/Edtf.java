package org.claimtrail.shared.edtf;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.LocalDate;

/**
 * When something happened in the world, as exactly as is known: a day, a month, a year, a season, an interval, “about
 * November 2025” ({@code 2025-11~}), “some year of the 2010s” ({@code 201X}). Levels 0 and 1 of the Extended Date/Time
 * Format (Library of Congress, 2019; ISO 8601-2:2019), nothing of level 2.
 *
 * <p>The text is kept as it was written. The bounds are the first and the last day it may mean, in the proleptic
 * Gregorian calendar; a qualifier ({@code ?}, {@code ~}, {@code %}) does not widen them, since EDTF does not say by how
 * much. A date-time counts as the day that is written, whatever its offset. Seasons are the meteorological ones of the
 * northern hemisphere, because EDTF leaves the months open and a bound needs some: spring (21) is March to May, summer
 * (22) June to August, autumn (23) September to November, winter (24) December to February of the next year.
 */
public final class Edtf {

    private final String text;
    private final Span span;

    private Edtf(String text, Span span) {
        this.text = text;
        this.span = span;
    }

    /**
     * Reads an expression, strictly.
     *
     * @throws IllegalArgumentException with a message for the person who wrote the date
     */
    @JsonCreator
    public static Edtf parse(String text) {
        return new Edtf(text, EdtfParser.parse(text));
    }

    /** The expression, character for character. */
    @JsonValue
    public String text() {
        return text;
    }

    /** The first day it may mean; {@link LocalDate#MIN} when the start is open, unknown or further back than that. */
    public LocalDate earliest() {
        return span.first();
    }

    /** The last day it may mean; {@link LocalDate#MAX} when the end is open, unknown or further ahead than that. */
    public LocalDate latest() {
        return span.last();
    }

    /** True when there is a day that both may mean. */
    public boolean overlaps(Edtf other) {
        return !earliest().isAfter(other.latest()) && !other.earliest().isAfter(latest());
    }

    /** Equal when written alike: {@code 2025-11} and {@code 2025-11~} have the same bounds and differ. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Edtf that && text.equals(that.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return text;
    }
}
