package org.claimtrail.history.kept;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * For how long a look at the log is as good as a new one: until this node commits something, and no longer than
 * {@link #LONGEST}. What another node commits meanwhile is not seen, but who wrote it is not answered before that time is
 * over, either ({@link AcknowledgedLater}): so each reader sees what was acknowledged before they asked.
 */
class Hold {

    /** As short as a journey in a network, and long enough for one look to serve many. The same on all nodes, of all versions. */
    static final Duration LONGEST = Duration.ofMillis(2);

    private final LongSupplier nanos;
    private volatile long looked;
    private volatile long committed;

    Hold() {
        this(System::nanoTime);
    }

    /** @param nanos goes on while the process stands still */
    Hold(LongSupplier nanos) {
        this.nanos = nanos;
        this.committed = nanos.getAsLong();
        this.looked = committed;
    }

    /** The moment to give to {@link #begin}, before the look. */
    long now() {
        return nanos.getAsLong();
    }

    /** Begins with a look that has succeeded; it tells what was committed before it began. */
    void begin(long lookBegan) {
        looked = lookBegan;
    }

    /** This node has committed something, which no look has told of that began before now. */
    void end() {
        committed = nanos.getAsLong();
    }

    /** Whether a new look would tell nothing that has to be told. */
    boolean lasts() {
        long began = looked;
        return began - committed > 0 && nanos.getAsLong() - began < LONGEST.toNanos();
    }
}
