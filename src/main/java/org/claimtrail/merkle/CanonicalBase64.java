package org.claimtrail.merkle;

import java.util.Base64;

/** Base64 of RFC 4648 section 4, and only the one text that encoding gives: padded, no stray bits, no line breaks. */
final class CanonicalBase64 {

    private CanonicalBase64() {}

    /** @throws IllegalArgumentException when the text is anything else */
    static byte[] decode(String text) {
        byte[] bytes = Base64.getDecoder().decode(text);
        if (!encode(bytes).equals(text)) {
            throw new IllegalArgumentException("not canonical base64");
        }
        return bytes;
    }

    static String encode(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
