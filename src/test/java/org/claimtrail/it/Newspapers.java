package org.claimtrail.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.claimtrail.support.Client;
import org.claimtrail.support.Reply;
import org.jspecify.annotations.Nullable;

/** Several who each record claims and edit them, at whichever node answers, and look at another one whether it is there. */
final class Newspapers {

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Roaming cluster;
    private final String claimant;
    private final Queue<String> events = new ConcurrentLinkedQueue<>();
    private final Map<String, Integer> versions = new ConcurrentHashMap<>();
    private final Queue<Throwable> failures = new ConcurrentLinkedQueue<>();
    private final List<Thread> writers;
    private volatile boolean stopping;

    private Newspapers(Roaming cluster, String claimant, int writers) {
        this.cluster = cluster;
        this.claimant = claimant;
        this.writers = IntStream.range(0, writers)
                .mapToObj(i -> new Thread(this::write))
                .toList();
    }

    static Newspapers begin(Roaming cluster, String claimant, int writers) {
        Newspapers all = new Newspapers(cluster, claimant, writers);
        all.writers.forEach(Thread::start);
        return all;
    }

    /** The events of all writes that were answered with success. */
    List<String> events() {
        return List.copyOf(events);
    }

    /** The word of each claim and how many versions it has. */
    Map<String, Integer> versions() {
        return new TreeMap<>(versions);
    }

    /** Waits until so many more were answered with success. */
    Newspapers awaitMore(int count) {
        int wanted = events.size() + count;
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (events.size() < wanted) {
            assertThat(failures).isEmpty();
            assertThat(System.nanoTime()).as("%s of %s", events.size(), wanted).isLessThan(deadline);
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
        return this;
    }

    void end() throws InterruptedException {
        stopping = true;
        for (Thread writer : writers) {
            writer.join();
        }
        assertThat(failures).isEmpty();
    }

    private void write() {
        try {
            while (!stopping) {
                claim();
            }
        } catch (RuntimeException | AssertionError e) {
            failures.add(e);
        }
    }

    /** One that nobody else knows of, and two edits of it. */
    private void claim() {
        String word = Marker.next();
        Map<String, Object> content =
                Map.of("text", "Claim " + word, "inLanguage", "en", "claimant", claimant, "about", List.of("nodes"));
        Map<String, String> keyed = new HashMap<>(Map.of("Idempotency-Key", word));
        Roaming.Answer made = cluster.send("POST", "/v1/claims", Client.json(content), keyed);
        answered(made, 201, word, 1);
        Reply standing = made.reply();
        for (int version = 2; version <= 3 && !stopping; version++) {
            standing = edit(standing, word, version);
        }
    }

    private Reply edit(Reply standing, String word, int version) {
        ObjectNode claim = (ObjectNode) standing.json();
        claim.put("contentLocation", "Place " + version).put("changeReason", "The place was wrong.");
        Roaming.Answer edited =
                cluster.send("PUT", Audit.path(standing.id()), claim.toString(), Map.of("If-Match", standing.etag()));
        if (edited.reply().status() == 412 && !edited.first()) {
            // Done by a node that did not come to say so.
            edited = cluster.send("GET", Audit.path(standing.id()), null, Map.of());
        }
        answered(edited, 200, word, version);
        return edited.reply();
    }

    private void answered(Roaming.Answer answer, int status, String word, int version) {
        Reply reply = answer.reply().expect(status);
        assertThat(reply.json().path("version").asInt()).as(word).isEqualTo(version);
        @Nullable Reply elsewhere = cluster.elsewhere(answer.node(), Audit.path(reply.id()));
        if (elsewhere != null) {
            assertThat(elsewhere.expect(200).text()).isEqualTo(reply.text());
        }
        versions.put(word, version);
        events.add(reply.header("Audit-Event"));
    }
}
