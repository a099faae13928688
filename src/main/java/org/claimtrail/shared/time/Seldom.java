package org.claimtrail.shared.time;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** Lets the first of the same things pass, and the next one only after a while. Keeps a bounded number of them in mind. */
public final class Seldom {

    private static final int KEPT = 10_000;

    private final Duration gap;
    private final Map<String, Instant> passed = new HashMap<>();

    public Seldom(Duration gap) {
        this.gap = gap;
    }

    /** Whether it is the first for a while; also false when there are too many others to keep it in mind. */
    public synchronized boolean isFirst(String what, Instant at) {
        Instant last = passed.get(what);
        if (last != null && at.isBefore(last.plus(gap))) {
            return false;
        }
        if (passed.size() >= KEPT) {
            passed.values().removeIf(before -> !at.isBefore(before.plus(gap)));
        }
        if (passed.size() >= KEPT) {
            return false;
        }
        passed.put(what, at);
        return true;
    }
}
