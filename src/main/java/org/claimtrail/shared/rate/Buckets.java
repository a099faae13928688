package org.claimtrail.shared.rate;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** A token bucket for each caller, in the memory of this process. Who is forgotten starts anew with a full one. */
final class Buckets {

    /** Full again after a minute, so whoever was unseen for longer is forgotten without a difference. */
    private static final Duration FORGET = Duration.ofMinutes(2);

    private final Cache<String, Bucket> buckets;
    private final TimeMeter time;

    Buckets(int most, TimeMeter time) {
        this.buckets = Caffeine.newBuilder()
                .maximumSize(most)
                .expireAfterAccess(FORGET)
                .build();
        this.time = time;
    }

    /** Takes one token of so many a minute, when there is one. */
    Allowance take(String caller, int quota) {
        ConsumptionProbe probe = buckets.get(caller, unseen -> bucket(quota)).tryConsumeAndReturnRemaining(1);
        return new Allowance(
                quota,
                probe.isConsumed(),
                probe.getRemainingTokens(),
                seconds(probe.getNanosToWaitForReset()),
                seconds(probe.getNanosToWaitForRefill()));
    }

    /** Whether one could be taken, without taking it. */
    boolean hasAny(String caller) {
        Bucket known = buckets.getIfPresent(caller);
        return known == null || known.getAvailableTokens() > 0;
    }

    long size() {
        buckets.cleanUp();
        return buckets.estimatedSize();
    }

    private Bucket bucket(int quota) {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(quota).refillGreedy(quota, Duration.ofMinutes(1)))
                .withCustomTimePrecision(time)
                .build();
    }

    /** Rounded up: who waits so long is let in. */
    private static long seconds(long nanos) {
        long second = TimeUnit.SECONDS.toNanos(1);
        return (nanos + second - 1) / second;
    }
}
