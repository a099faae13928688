package org.claimtrail.assessments;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/**
 * When what failed is tried again: after a second, then after twice as long each time, up to five minutes. Kept in memory
 * alone: a restart, which may be the cure, begins anew.
 */
final class Retries<T> {

    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofMinutes(5);

    private final Map<T, Pause> pauses = new HashMap<>();

    /** Whether it may be tried now: it never failed, or long enough ago. */
    synchronized boolean mayTry(T what, Instant now) {
        Pause pause = pauses.get(what);
        return pause == null || !now.isBefore(pause.until);
    }

    /** It has failed, for the first time or again; returns how long it rests. */
    synchronized Duration failed(T what, Instant now) {
        Pause before = pauses.get(what);
        Duration length = before == null ? FIRST : before.length.multipliedBy(2);
        if (length.compareTo(LONGEST) > 0) {
            length = LONGEST;
        }
        pauses.put(what, new Pause(length, now.plus(length)));
        return length;
    }

    /** What is not among these has been done, or is not wanted any more. */
    synchronized void keepOnly(Collection<T> wanted) {
        pauses.keySet().retainAll(wanted);
    }

    synchronized void done(T what) {
        pauses.remove(what);
    }

    /** How many have failed and not been done since. */
    synchronized int size() {
        return pauses.size();
    }

    /** How long it is, and until when. */
    private record Pause(Duration length, Instant until) {}
}
