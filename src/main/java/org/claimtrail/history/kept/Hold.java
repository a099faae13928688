package org.claimtrail.history.kept;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * For how long a look at the log is as good as a new one: until this node commits something, and no longer than
 * {@link #LONGEST}. What another node commits meanwhile is not seen, but who wrote it is not answered before that time is
 * over, either ({@link AcknowledgedLater}): so each reader sees what was acknowledged before they asked.
 */
class Hold {

    /** As short as a journey in a network, and long enough for one look to serve many. The same on all nodes, of all versions. */
    static final Duration LONGEST = Duration.ofMillis(2);

    private final LongSupplier nanos;
    private final AtomicLong commits = new AtomicLong();
    private volatile @Nullable Look last;

    Hold() {
        this(System::nanoTime);
    }

    /** @param nanos goes on while the process stands still */
    Hold(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /** A look that begins now, and is told of when it has succeeded. */
    Look look() {
        return new Look(nanos.getAsLong(), commits.get());
    }

    /** From now on this one holds, which was the only one under way. */
    void begin(Look succeeded) {
        last = succeeded;
    }

    /** This node has committed something, which only a look that begins from now on is sure to tell of. */
    void end() {
        commits.incrementAndGet();
    }

    /** Whether a new look would tell nothing that has to be told. */
    boolean lasts() {
        Look known = last;
        return known != null && known.commits == commits.get() && nanos.getAsLong() - known.began < LONGEST.toNanos();
    }

    /** When one began, and after how many commits of this node; a count, since two moments may be the same to a clock. */
    record Look(long began, long commits) {}
}
