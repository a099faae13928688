package org.claimtrail.shared.http;

import java.net.URI;
import java.net.URISyntaxException;

/** Whether a text is a URI reference by RFC 3986, without an exception for the answer. */
final class Uris {

    private Uris() {}

    static boolean isValid(String text) {
        try {
            new URI(text);
            return true;
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
