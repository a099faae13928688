package org.claimtrail.cli.verify;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.claimtrail.merkle.ProofException;
import org.claimtrail.shared.id.Kind;
import org.claimtrail.shared.id.TypeId;
import org.jspecify.annotations.Nullable;

/**
 * What a leaf says. The one pattern is schema and canonical form (RFC 8785) in one: keys in order, no blanks, nothing that
 * could be escaped, whole numbers.
 *
 * @param at RFC 3339 in UTC with six fraction digits
 * @param c the commitment to the content, {@code sha256:} and 64 hexadecimal digits
 */
record LeafEvent(
        String actor,
        String at,
        String c,
        TypeId id,
        @Nullable TypeId prev,
        String reason,
        TypeId subject,
        String type,
        int version) {

    static final int MAX_BYTES = 8 * 1024;
    private static final String NAME = "[a-z][a-z0-9_]{0,63}";
    private static final String ID = "[a-z]{1,12}_[0-7][0-9a-z]{25}";
    private static final Pattern FORM = Pattern.compile("\\{\"actor\":\"(a:[A-Za-z0-9_-]{1,38})\","
            + "\"at\":\"([0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\\.[0-9]{6}Z)\","
            + "\"c\":\"(sha256:[0-9a-f]{64})\",\"id\":\"(" + ID + ")\",\"prev\":(?:null|\"(" + ID + ")\"),"
            + "\"reason\":\"(" + NAME + ")\",\"subj\":\"(" + ID + ")\",\"type\":\"(" + NAME + "\\." + NAME + ")\","
            + "\"v\":1,\"ver\":(0|[1-9][0-9]{0,8})\\}");

    /**
     * Reads a leaf.
     *
     * @throws ProofException when it is not canonical JSON of the one schema that leaves have
     */
    static LeafEvent parse(byte[] leaf) throws ProofException {
        Matcher parts = FORM.matcher(new String(leaf, StandardCharsets.ISO_8859_1));
        if (leaf.length > MAX_BYTES || !parts.matches()) {
            throw new ProofException("the leaf is not canonical JSON of the schema that leaves have");
        }
        String at = parts.group(2);
        requireInstant(at);
        TypeId id = event(parts.group(4));
        TypeId prev = parts.group(5) == null ? null : event(parts.group(5));
        TypeId subject = TypeId.tryParse(parts.group(7))
                .orElseThrow(() -> new ProofException("the subject is no id: " + parts.group(7)));
        return new LeafEvent(
                parts.group(1),
                at,
                parts.group(3),
                id,
                prev,
                parts.group(6),
                subject,
                parts.group(8),
                Integer.parseInt(parts.group(9)));
    }

    private static void requireInstant(String at) throws ProofException {
        try {
            Instant.parse(at);
        } catch (DateTimeException e) {
            throw new ProofException("there is no instant " + at);
        }
    }

    private static TypeId event(String text) throws ProofException {
        return TypeId.tryParse(text)
                .filter(id -> id.kind() == Kind.EVENT)
                .orElseThrow(() -> new ProofException(text + " is no event"));
    }

    /** An event that removed content of its subject. */
    boolean erases() {
        return type.endsWith(".erased");
    }
}
