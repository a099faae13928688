package org.claimtrail.shared.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.github.f4b6a3.uuid.UuidCreator;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A record's name for ever: a typed prefix and a UUIDv7 in Crockford base32, as the TypeID specification 0.3 lays
 * it out ({@code claim_01jd6v6x2fe8q9b8wm4zk3n5ta}). A bare id in a log or a spreadsheet says what it is.
 *
 * <p>Sorts by creation time within one kind, to the millisecond and monotonically within one process.
 */
public record TypeId(Kind kind, UUID uuid) implements Comparable<TypeId> {

    private static final Pattern ANYWHERE = Pattern.compile("(?<![a-z])[a-z]{1,10}_[0-9a-hjkmnp-tv-z]{26}");

    /** RFC 9562 section 5.7: the time is in the highest 48 bits. */
    private static final int TIME_SHIFT = 16;

    /** The last that has room in 48 bits, in the year 10889. */
    private static final Instant LAST = Instant.ofEpochMilli((1L << 48) - 1);

    private static final char[] ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz".toCharArray();
    private static final byte[] VALUES = new byte[128];
    private static final int SUFFIX_LENGTH = 26;

    static {
        Arrays.fill(VALUES, (byte) -1);
        for (int i = 0; i < ALPHABET.length; i++) {
            VALUES[ALPHABET[i]] = (byte) i;
        }
    }

    /** A fresh id of this kind; later calls in this process give greater ids. */
    public static TypeId next(Kind kind) {
        return new TypeId(kind, UuidCreator.getTimeOrderedEpochPlus1());
    }

    /**
     * A new id that stands behind another one, also when the clock was set back since: then by one millisecond.
     *
     * @param other of the same kind
     */
    public static TypeId behind(TypeId other) {
        TypeId next = next(other.kind);
        if (next.compareTo(other) > 0) {
            return next;
        }
        long millis = (other.uuid.getMostSignificantBits() >>> TIME_SHIFT) + 1;
        long high = (millis << TIME_SHIFT) | (next.uuid.getMostSignificantBits() & 0xFFFF);
        return new TypeId(other.kind, new UUID(high, next.uuid.getLeastSignificantBits()));
    }

    /** Before every id that is made at this instant or later, and behind those made before. */
    public static TypeId firstAt(Kind kind, Instant instant) {
        long millis = instant.isBefore(Instant.EPOCH)
                ? 0
                : instant.isAfter(LAST) ? LAST.toEpochMilli() : instant.toEpochMilli();
        return new TypeId(kind, new UUID(millis << TIME_SHIFT, 0));
    }

    /**
     * Reads the text form, strictly: known prefix, 26 lower-case characters, no more than 128 bits.
     *
     * @throws IllegalArgumentException when the text is no TypeID of a kind this service knows
     */
    @JsonCreator
    public static TypeId parse(String text) {
        return tryParse(text)
                .orElseThrow(() -> new IllegalArgumentException("“" + text + "” is not an id of this service"));
    }

    /** As {@link #parse}, empty instead of an exception. */
    public static Optional<TypeId> tryParse(String text) {
        int underscore = text.lastIndexOf('_');
        if (underscore < 1 || text.length() - underscore - 1 != SUFFIX_LENGTH) {
            return Optional.empty();
        }
        return Kind.ofPrefix(text.substring(0, underscore))
                .flatMap(kind -> decode(text, underscore + 1).map(uuid -> new TypeId(kind, uuid)));
    }

    /** All ids, of whatever kind, that stand in a text. */
    public static Set<String> namedIn(byte[] text) {
        return ANYWHERE.matcher(new String(text, StandardCharsets.US_ASCII))
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** True when the text is an id of this kind. */
    public static boolean is(Kind kind, String text) {
        return tryParse(text).filter(id -> id.kind == kind).isPresent();
    }

    /** When the id was made, by the clock of who made it, to the millisecond. */
    public Instant madeAt() {
        return Instant.ofEpochMilli(uuid.getMostSignificantBits() >>> TIME_SHIFT);
    }

    @Override
    public int compareTo(TypeId other) {
        return toString().compareTo(other.toString());
    }

    @JsonValue
    @Override
    public String toString() {
        return kind.prefix() + "_" + encode(uuid);
    }

    /** 128 bits, most significant first, behind two zero bits: 26 characters of five bits. */
    private static String encode(UUID uuid) {
        char[] out = new char[SUFFIX_LENGTH];
        long high = uuid.getMostSignificantBits();
        long low = uuid.getLeastSignificantBits();
        for (int i = SUFFIX_LENGTH - 1; i >= 0; i--) {
            out[i] = ALPHABET[(int) (low & 31)];
            low = low >>> 5 | high << 59;
            high >>>= 5;
        }
        return new String(out);
    }

    private static Optional<UUID> decode(String text, int from) {
        if (text.charAt(from) > '7') {
            return Optional.empty(); // more than 128 bits
        }
        long high = 0;
        long low = 0;
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= VALUES.length || VALUES[c] < 0) {
                return Optional.empty();
            }
            high = high << 5 | low >>> 59;
            low = low << 5 | VALUES[c];
        }
        return Optional.of(new UUID(high, low));
    }
}
