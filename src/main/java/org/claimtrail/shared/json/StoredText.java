package org.claimtrail.shared.json;

import java.util.Optional;

/**
 * Which strings can be stored and committed to. PostgreSQL has no U+0000 in text, and a lone surrogate has no UTF-8
 * form (RFC 8785 section 3.2.2.2): both are refused at the door, so that every database behaves the same.
 */
final class StoredText {

    static final int MAX_BYTES = 64 * 1024;

    private StoredText() {}

    /** What is wrong with the text, said of it as a subject. */
    static Optional<Fault> flawOf(String text) {
        int bytes = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0) {
                return Optional.of(new Fault("nul_character", "contains the character U+0000, which cannot be stored"));
            }
            if (Character.isSurrogate(c)) {
                if (!isPair(text, i)) {
                    return Optional.of(new Fault("lone_surrogate", "contains half of a surrogate pair at " + i));
                }
                i++;
                bytes += 4;
            } else {
                bytes += c < 0x80 ? 1 : c < 0x800 ? 2 : 3;
            }
        }
        return bytes <= MAX_BYTES
                ? Optional.empty()
                : Optional.of(new Fault("too_long", "is longer than 64 KiB in UTF-8"));
    }

    private static boolean isPair(String text, int i) {
        return Character.isHighSurrogate(text.charAt(i))
                && i + 1 < text.length()
                && Character.isLowSurrogate(text.charAt(i + 1));
    }

    record Fault(String code, String message) {}
}
