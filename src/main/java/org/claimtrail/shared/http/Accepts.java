package org.claimtrail.shared.http;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;

/** What a client would rather have, where an address offers more than JSON. */
public final class Accepts {

    private Accepts() {}

    /**
     * Whether this very type is what the client wants most. A header that cannot be read wants nothing in particular: what
     * cannot be offered was refused before.
     */
    public static boolean rather(HttpHeaders headers, String type) {
        try {
            MediaType first = headers.getAcceptableMediaTypes().get(0);
            return !first.isWildcardType() && !first.isWildcardSubtype() && first.isCompatible(MediaType.valueOf(type));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
