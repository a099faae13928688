package org.claimtrail.shared.http;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.claimtrail.shared.id.Kind;
import org.claimtrail.shared.id.TypeId;
import org.claimtrail.shared.time.SystemTime;

/**
 * Where a page ends: the sort key of its last item. Opaque to clients, so that it may change; not secret, so it holds
 * only what the page already showed. What a client sends is not trusted: read the parts with the methods here.
 *
 * @param parts at least one that is not empty, none holding U+0000, which separates them
 */
public record Cursor(List<String> parts) {

    private static final String SEPARATOR = "\0";
    private static final int MAX_LENGTH = 1024;
    /** Not every database knows instants long before this one, or long after {@link SystemTime#FOREVER}. */
    private static final Instant EARLIEST = Instant.parse("0000-01-01T00:00:00Z");

    public Cursor {
        parts = List.copyOf(parts);
        if (String.join("", parts).isEmpty() || parts.stream().anyMatch(part -> part.contains(SEPARATOR))) {
            throw new IllegalArgumentException("a cursor needs parts, and none with U+0000");
        }
    }

    public static Cursor of(String... parts) {
        return new Cursor(List.of(parts));
    }

    /**
     * Reads what {@link #encode} wrote, and nothing else.
     *
     * @throws Problem 400 naming the parameter {@code cursor}
     */
    public static Cursor parse(String text) {
        if (text.isEmpty() || text.length() > MAX_LENGTH) {
            throw unreadable();
        }
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(text);
            String joined = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            Cursor cursor = new Cursor(List.of(joined.split(SEPARATOR, -1)));
            if (cursor.encode().equals(text)) {
                return cursor;
            }
        } catch (IllegalArgumentException | CharacterCodingException e) {
            // not written by this service: refused below, as is a second spelling of the same bytes
        }
        throw unreadable();
    }

    public String encode() {
        byte[] bytes = String.join(SEPARATOR, parts).getBytes(StandardCharsets.UTF_8);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** One part; 400 when this list's cursors have no such part. */
    public String text(int index) {
        if (index >= parts.size()) {
            throw unreadable();
        }
        return parts.get(index);
    }

    /** One part as the instant it must be; 400 when it is none. */
    public Instant instant(int index) {
        try {
            Instant instant = Instant.parse(text(index));
            if (!instant.isBefore(EARLIEST) && !instant.isAfter(SystemTime.FOREVER)) {
                return instant;
            }
        } catch (DateTimeException e) {
            // refused below
        }
        throw unreadable();
    }

    /** One part as the number it must be; 400 when it is none. */
    public long number(int index) {
        try {
            return Long.parseLong(text(index));
        } catch (NumberFormatException e) {
            throw unreadable();
        }
    }

    /** One part as the id it must be; 400 when it is none of this kind. */
    public TypeId id(Kind kind, int index) {
        return TypeId.tryParse(text(index)).filter(id -> id.kind() == kind).orElseThrow(Cursor::unreadable);
    }

    private static Problem unreadable() {
        return Problem.badParameter(
                "cursor", "expected the value of “next” from an earlier page of this list, unchanged.");
    }
}
