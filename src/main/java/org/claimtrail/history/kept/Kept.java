package org.claimtrail.history.kept;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A request whose answer may be kept, should its resource say so. Used by one thread after another. */
final class Kept {

    /** Where the router keeps it. */
    static final String KEY = Kept.class.getName();

    final String address;
    /** The last look before anything was read for it. */
    final long at;

    byte @Nullable [] body;
    Set<String> of = Set.of();

    Kept(String address, long at) {
        this.address = address;
        this.at = at;
    }

    void offer(byte[] bytes, Set<String> shown) {
        body = bytes;
        of = shown;
    }
}
