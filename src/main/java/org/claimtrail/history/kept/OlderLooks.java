package org.claimtrail.history.kept;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** Looks at the log that began before something that somebody is about to be told of, on all nodes. */
@ApplicationScoped
class OlderLooks {

    private final List<Lookout> own;
    private final Cluster cluster;

    OlderLooks(@All List<Lookout> own, Cluster cluster) {
        this.own = own;
        this.cluster = cluster;
    }

    /**
     * Returns when nobody is answered from one of them any more. This node's are not held from here on, also where what was
     * committed was not committed here; for those of others it takes the time that one is held, unless there are no others.
     */
    void outlive() {
        own.forEach(Lookout::committed);
        if (!cluster.isAlone()) {
            await();
        }
    }

    private static void await() {
        long end = System.nanoTime() + Hold.LONGEST.toNanos();
        for (long left = Hold.LONGEST.toNanos(); left > 0; left = end - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }
}
