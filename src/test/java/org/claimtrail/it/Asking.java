package org.claimtrail.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.claimtrail.support.Client;

/** Readers who ask the same again and again, whatever they are answered, so that no connection is ever at rest. */
final class Asking implements AutoCloseable {

    private static final int READERS = 8;
    private static final int ENOUGH = 200;
    private static final long PATIENCE_NANOS = 300_000_000_000L;

    /** Of what was asked since another queue stood here. */
    private volatile Queue<Integer> statuses = new ConcurrentLinkedQueue<>();

    private volatile boolean over;

    Asking(Client client, String path) {
        IntStream.range(0, READERS)
                .mapToObj(i -> new Thread(() -> ask(client, path)))
                .forEach(Thread::start);
    }

    private void ask(Client client, String path) {
        try {
            while (!over) {
                Queue<Integer> asked = statuses;
                asked.add(client.get(path).status());
                LockSupport.parkNanos(2_000_000);
            }
        } catch (UncheckedIOException goneAway) {
            // as expected
        }
    }

    /** Soon whatever is asked is answered, for a while. */
    void areAllAnswered() {
        long deadline = System.nanoTime() + PATIENCE_NANOS;
        Collection<Integer> asked = some(deadline);
        while (asked.stream().anyMatch(status -> status != 200)) {
            assertThat(System.nanoTime()).as("%s", asked).isLessThan(deadline);
            asked = some(deadline);
        }
    }

    /** What the next were answered. */
    private Collection<Integer> some(long deadline) {
        Queue<Integer> asked = new ConcurrentLinkedQueue<>();
        statuses = asked;
        while (asked.size() < ENOUGH) {
            assertThat(System.nanoTime()).as("%s", asked).isLessThan(deadline);
            LockSupport.parkNanos(20_000_000);
        }
        return asked;
    }

    @Override
    public void close() {
        over = true;
    }
}
