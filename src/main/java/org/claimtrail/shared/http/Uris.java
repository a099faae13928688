package org.claimtrail.shared.http;

import java.net.URI;
import java.net.URISyntaxException;

/** Whether a text is a URI reference by RFC 3986, without an exception for the answer. */
final class Uris {

    private static final char ASCII = 127;
    private static final String PLAIN = "/-_.~?=&";

    private Uris() {}

    /** An address of nothing but what needs no look at the grammar, as nearly all are. */
    private static boolean isPlain(String text) {
        if (!text.startsWith("/") || text.startsWith("//")) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c > ASCII || !(Character.isLetterOrDigit(c) || PLAIN.indexOf(c) >= 0)) {
                return false;
            }
        }
        return true;
    }

    static boolean isValid(String text) {
        if (isPlain(text)) {
            return true;
        }
        try {
            new URI(text);
            return true;
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
