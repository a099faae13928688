package org.claimtrail.shared.http;

import io.vertx.ext.web.RoutingContext;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Optional;

/** How a body gets on: for how long it, or where it is worked on while it arrives its next part, has been waited for. */
final class BodyPace {

    private static final String KEY = BodyPace.class.getName();
    private static final long NOT_WAITING = Long.MIN_VALUE;

    /** However fast its parts come, a body ends some time: who sends it may no longer be allowed to. */
    private static final long LONGEST = Duration.ofHours(1).toNanos();

    private final long begun = System.nanoTime();
    private volatile long waitingSince = begun;
    private volatile boolean isBeingRead;

    /** Of a request that begins now. */
    static BodyPace begin(RoutingContext routing) {
        BodyPace pace = new BodyPace();
        routing.put(KEY, pace);
        return pace;
    }

    static Optional<BodyPace> of(RoutingContext routing) {
        return Optional.ofNullable(routing.get(KEY));
    }

    /** In nanoseconds; zero while somebody works on what has arrived, unless that has gone on for an hour. */
    long waiting(long now) {
        long since = waitingSince;
        return now - begun > LONGEST ? now - begun : since == NOT_WAITING ? 0 : now - since;
    }

    /** Whether somebody has still to read on in what may have arrived. */
    boolean isBeingRead() {
        return isBeingRead;
    }

    /** The same body, of which each part may take as long as otherwise the whole. */
    InputStream streamed(InputStream body) {
        waitingSince = NOT_WAITING;
        isBeingRead = true;
        return new FilterInputStream(body) {

            @Override
            public int read() throws IOException {
                byte[] one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
            }

            @Override
            public int read(byte[] buffer, int offset, int length) throws IOException {
                waitingSince = System.nanoTime();
                try {
                    int count = super.read(buffer, offset, length);
                    isBeingRead = count >= 0;
                    return count;
                } finally {
                    waitingSince = NOT_WAITING;
                }
            }
        };
    }
}
