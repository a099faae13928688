package org.claimtrail.it;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.claimtrail.support.Reply;

/** Several who post claims, each under a key, and go on when they are told that the service is out of reach of something. */
final class Postings {

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Duration PAUSE = Duration.ofMillis(50);

    private final Staff staff;
    private final Queue<Write.Answered> answered = new ConcurrentLinkedQueue<>();
    private final Queue<Write> turnedAway = new ConcurrentLinkedQueue<>();
    private final Queue<String> refused = new ConcurrentLinkedQueue<>();
    private final List<Thread> writers;
    private volatile boolean stopping;

    private Postings(Staff staff, int writers) {
        this.staff = staff;
        this.writers = IntStream.range(0, writers)
                .mapToObj(i -> new Thread(this::write))
                .toList();
    }

    static Postings begin(Staff staff, int writers) {
        Postings postings = new Postings(staff, writers);
        postings.writers.forEach(Thread::start);
        return postings;
    }

    /** Answered with 2xx. */
    List<Write.Answered> answered() {
        return List.copyOf(answered);
    }

    /** Answered with 503: done or not. */
    List<Write> turnedAway() {
        return List.copyOf(turnedAway);
    }

    /** Answered with what nobody should get. */
    List<String> refused() {
        return List.copyOf(refused);
    }

    /** Waits until so many more were answered with success. */
    Postings awaitMore(int count) {
        int wanted = answered.size() + count;
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (answered.size() < wanted) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("only " + answered.size() + " of " + wanted + "; refused: " + refused);
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
        return this;
    }

    void end() {
        stopping = true;
        try {
            for (Thread writer : writers) {
                writer.join();
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void write() {
        while (!stopping) {
            String word = Marker.next();
            Map<String, Object> claim = Map.of(
                    "text", "Claim " + word, "inLanguage", "en", "claimant", staff.desk, "about", List.of("outage"));
            send(Write.post(staff.contributor, "/v1/claims", claim)
                    .showingIn("/v1/claims?q=" + word)
                    .withKey(word));
        }
    }

    private void send(Write write) {
        try {
            Reply reply = write.send();
            if (reply.isSuccess()) {
                answered.add(new Write.Answered(write, reply));
            } else if (reply.status() == 503 && !reply.header("Retry-After").isEmpty()) {
                turnedAway.add(write);
                LockSupport.parkNanos(PAUSE.toNanos());
            } else {
                refused.add(reply.toString());
            }
        } catch (UncheckedIOException e) {
            refused.add(e.toString());
        }
    }
}
