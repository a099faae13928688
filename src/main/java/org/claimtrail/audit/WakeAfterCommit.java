package org.claimtrail.audit;

import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import java.util.List;
import org.claimtrail.audit.log.Sequencing;

/** Tells the log of an event once it is committed, so that it is in a checkpoint soon, and who has to know; counts it. */
record WakeAfterCommit(Sequencing sequencing, List<OnCommit> onCommit, EventCounts counts, EventType type)
        implements Synchronization {

    @Override
    public void beforeCompletion() {}

    @Override
    public void afterCompletion(int status) {
        if (status == Status.STATUS_COMMITTED) {
            onCommit.forEach(OnCommit::committed);
            sequencing.wake();
            counts.committed(type);
        }
    }
}
