package org.claimtrail.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UncheckedIOException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.claimtrail.support.Client;

/** Readers who ask the same again and again, whatever they are answered, so that no connection is ever at rest. */
final class Asking implements AutoCloseable {

    private static final int READERS = 4;
    private static final int ENOUGH = 200;

    private final ConcurrentLinkedQueue<Integer> statuses = new ConcurrentLinkedQueue<>();
    private volatile boolean over;

    Asking(Client client, String path) {
        IntStream.range(0, READERS)
                .mapToObj(i -> new Thread(() -> ask(client, path)))
                .forEach(Thread::start);
    }

    private void ask(Client client, String path) {
        try {
            while (!over) {
                statuses.add(client.get(path).status());
            }
        } catch (UncheckedIOException goneAway) {
            // as expected
        }
    }

    /** From now on each is, for a while. */
    void areAllAnswered() {
        statuses.clear();
        while (statuses.size() < ENOUGH) {
            LockSupport.parkNanos(20_000_000);
        }
        assertThat(statuses).containsOnly(200);
    }

    @Override
    public void close() {
        over = true;
    }
}
