package org.claimtrail.it;

import java.util.concurrent.atomic.AtomicInteger;

/** Words of one length that each stand in one record only, so that a search for one finds that record. */
final class Marker {

    private static final AtomicInteger LATEST = new AtomicInteger();

    private Marker() {}

    static String next() {
        return String.format("mark%08d", LATEST.incrementAndGet());
    }
}
