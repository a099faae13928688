package org.claimtrail.history.kept;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Who else is there, as one node knows it: with each call a node tells the others a number, each time a larger one, and reads
 * theirs. No clocks are compared; each node measures times of its own, and they fit together as follows.
 *
 * <p>Who writes takes itself to be alone by a call younger than {@link #TRUSTED}. A newcomer is not reckoned with before
 * {@link #SETTLED}, which is longer: until then it holds no look, and by then whoever writes has seen it, or waits. Who has not
 * called for {@link #SETTLED}, as it stood still or was cut off, is a newcomer again; and that is shorter than {@link #GONE},
 * after which others go by its not being there.
 */
class RollCall {

    /** From the end of one call to the next. */
    static final Duration EVERY = Duration.ofSeconds(1);

    /** For so long, from its beginning, a call tells who is there. */
    static final Duration TRUSTED = Duration.ofMillis(2500);

    /** A node is reckoned with when it has called for so long, without a pause of this length. */
    static final Duration SETTLED = Duration.ofSeconds(5);

    /** A node whose number stays the same for so long is not there. */
    static final Duration GONE = Duration.ofSeconds(20);

    /** Its row is of no more use then. */
    static final Duration FORGOTTEN = Duration.ofMinutes(1);

    private final LongSupplier nanos;

    /** What each of the others told last, and since when. Of the thread that calls. */
    private Map<String, Told> others = Map.of();

    private volatile @Nullable Known known;
    private volatile boolean over;

    RollCall() {
        this(System::nanoTime);
    }

    /** @param nanos goes on while the process stands still */
    RollCall(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /** When a call begins, to be given with its answer. */
    long begin() {
        return nanos.getAsLong();
    }

    /**
     * A call that has been answered: this node's number is there for all to see.
     *
     * @param told the others' numbers, as they were at some time after the beginning
     */
    void end(long began, Map<String, Long> told) {
        long now = nanos.getAsLong();
        Map<String, Told> seen = new HashMap<>();
        told.forEach((id, number) -> {
            Told before = others.get(id);
            seen.put(id, before != null && before.number == number ? before : new Told(number, now));
        });
        others = Map.copyOf(seen);
        int there = (int) others.values().stream()
                .filter(other -> other.isYounger(GONE, began))
                .count();
        Known before = known;
        boolean wentOn = before != null && isWithin(SETTLED, before.began, began);
        known = new Known(began, before != null && wentOn ? before.since : now, there);
    }

    /** Those whose rows nobody needs, with the numbers in them, as of the last call. */
    Map<String, Long> forgotten() {
        Known last = known;
        Map<String, Long> forgotten = new HashMap<>();
        others.forEach((id, other) -> {
            if (last != null && !other.isYounger(FORGOTTEN, last.began)) {
                forgotten.put(id, other.number);
            }
        });
        return forgotten;
    }

    /** This node goes: from here on it holds nothing. */
    void leave() {
        over = true;
    }

    /** Whether no other node can hold a look. */
    boolean isAlone() {
        return others().orElse(-1) == 0;
    }

    /** How many other nodes there are; empty when that is not known. */
    OptionalInt others() {
        // Before the time is read: a thread that stands still in between must err to the careful side.
        Known last = known;
        return last != null && isWithin(TRUSTED, last.began, nanos.getAsLong())
                ? OptionalInt.of(last.others)
                : OptionalInt.empty();
    }

    /** Whether all others know that this node may hold a look. */
    boolean isReckonedWith() {
        Known last = known; // as above
        return last != null
                && !over
                && !isWithin(SETTLED, last.since, last.began)
                && isWithin(SETTLED, last.began, nanos.getAsLong());
    }

    private static boolean isWithin(Duration time, long from, long to) {
        return to - from < time.toNanos();
    }

    /** @param since the end of the call that told it first */
    private record Told(long number, long since) {

        boolean isYounger(Duration time, long at) {
            return isWithin(time, since, at);
        }
    }

    /**
     * The last call.
     *
     * @param since the end of the first call of those that followed each other without a pause
     */
    private record Known(long began, long since, int others) {}
}
