package org.claimtrail.cli.verify;

import java.util.ArrayList;
import java.util.List;
import org.claimtrail.shared.time.SystemTime;
import org.jspecify.annotations.Nullable;

/** A version of a record as events tell it: written by one, shown by the same or another, until the next is shown. */
final class Life {

    static final String FOREVER = SystemTime.text(SystemTime.FOREVER);

    final int n;
    final StoredEvent written;

    @Nullable
    StoredEvent published;

    @Nullable
    String knownFrom;

    @Nullable
    String knownUntil;

    private Life(int n, StoredEvent written) {
        this.n = n;
        this.written = written;
    }

    /** The versions that these events, in their order, have made. */
    static List<Life> of(List<StoredEvent> events, Findings findings) {
        List<Life> lives = new ArrayList<>();
        for (StoredEvent event : events) {
            int n = event.leaf().version();
            if (n == lives.size() + 1) {
                Life life = new Life(n, event);
                lives.add(life);
                if (Workflow.shows(event.leaf().type())) {
                    life.show(event, lives);
                }
            } else if (n > lives.size()) {
                findings.problem(event.id(), "it is of version " + n + ", but " + lives.size() + " were written");
            } else if (event.leaf().type().equals(Workflow.PUBLISHED) && n > 0) {
                lives.get(n - 1).published = event;
                lives.get(n - 1).show(event, lives);
            }
        }
        return lives;
    }

    private void show(StoredEvent event, List<Life> lives) {
        lives.stream()
                .filter(life -> FOREVER.equals(life.knownUntil))
                .forEach(standing -> standing.knownUntil = event.leaf().at());
        knownFrom = event.leaf().at();
        knownUntil = FOREVER;
    }

    /** What was committed to when readers saw it, or else when it was written. */
    boolean isErased() {
        return written.isErased();
    }
}
