package org.claimtrail.it;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;

/**
 * A word that nobody should find. It has only letters and digits, which percent-encoding and JSON's escapes leave as they
 * are, so looking for it plainly finds those forms as well; encoded with Base64 it looks otherwise at each of three places.
 *
 * @param what it stands for
 * @param isKnownToStaff whether colleagues of other desks may read it
 * @param encoded the other forms it may have
 */
record Secret(String what, String word, boolean isKnownToStaff, Set<String> encoded) {

    private static final int UNUSED_BITS = 3;

    Secret(String what, String word, boolean isKnownToStaff) {
        this(what, word, isKnownToStaff, encoded(word));
    }

    /** An answer in both ways that it is read, since many secrets are looked for in each of very many. */
    record Answer(String text, String lower) {

        static Answer of(String text) {
            return new Answer(text, text.toLowerCase(Locale.ROOT));
        }
    }

    /** Whether an answer has it, in any form. */
    boolean isIn(Answer answer) {
        return answer.lower().contains(word) || encoded.stream().anyMatch(answer.text()::contains);
    }

    private static Set<String> encoded(String word) {
        Set<String> forms = new LinkedHashSet<>();
        byte[] bytes = word.getBytes(StandardCharsets.US_ASCII);
        forms.add(HexFormat.of().formatHex(bytes));
        for (int before = 0; before < UNUSED_BITS; before++) {
            byte[] padded = ("\0".repeat(before) + word).getBytes(StandardCharsets.US_ASCII);
            for (Base64.Encoder encoder : new Base64.Encoder[] {Base64.getEncoder(), Base64.getUrlEncoder()}) {
                String text = encoder.withoutPadding().encodeToString(padded);
                // The characters at both ends hold bits of the neighbours as well.
                forms.add(text.substring(before + 1, text.length() - 2));
            }
        }
        return forms;
    }
}
