package org.claimtrail.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.claimtrail.support.Client;
import org.claimtrail.support.Reply;

/**
 * What one node has answered to a write, the public reads and finds at another one from the moment after, though that answers
 * from memory, and from an index of its own, to many who ask it all the time.
 */
final class ReadElsewhere {

    private static final int READERS = 3;
    private static final int SEARCHERS = 2;
    private static final Duration PAUSE = Duration.ofMillis(10);
    private static final int EDITS = 300;
    private static final int WITHHOLDINGS = 10;

    private final String topic = UUID.randomUUID().toString();
    private final String search = "/v1/search/claims?topic=" + topic;
    private final Client writer;
    private final Client elsewhere;
    private final AtomicBoolean asking = new AtomicBoolean(true);
    private final Queue<String> wrong = new ConcurrentLinkedQueue<>();
    private final AtomicInteger shown = new AtomicInteger();
    private final AtomicInteger found = new AtomicInteger();
    private volatile int answered;

    ReadElsewhere(Client writer, Client elsewhere) {
        this.writer = writer;
        this.elsewhere = new Client(elsewhere.service(), "");
    }

    void showsWhatWasAnswered(Staff staff) throws InterruptedException {
        showsWhatWasAnswered(staff, () -> {});
    }

    /** @param meanwhile what happens to the node elsewhere while it is asked; edits go on for a while after it */
    void showsWhatWasAnswered(Staff staff, Runnable meanwhile) throws InterruptedException {
        Reply claim = writer.post(
                        "/v1/claims",
                        Map.of("text", "0", "inLanguage", "en", "claimant", staff.desk, "about", List.of(topic)))
                .expect(201);
        String path = "/v1/claims/" + claim.id();
        // Unlike a record, which tells its place in the log, it is kept at once.
        String dossier = path + "/dossier";
        List<Thread> readers = Stream.concat(
                        threads(READERS, () -> readAllTheTime(dossier, "/claim/text", shown)),
                        threads(SEARCHERS, () -> readAllTheTime(search, "/items/0/text", found)))
                .toList();
        readers.forEach(Thread::start);
        try {
            edit(path, (ObjectNode) claim.json(), CompletableFuture.runAsync(meanwhile));
            withhold(path, dossier);
        } finally {
            asking.set(false);
            for (Thread reader : readers) {
                reader.join();
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(shown.get()).isPositive();
        assertThat(found.get()).isPositive();
    }

    private static Stream<Thread> threads(int count, Runnable work) {
        return IntStream.range(0, count).mapToObj(i -> new Thread(work));
    }

    private void edit(String path, ObjectNode content, CompletableFuture<Void> meanwhile) {
        content.put("changeReason", "There is more of it.");
        int edits = 0;
        while (!meanwhile.isDone()) {
            edit(path, content, ++edits);
        }
        meanwhile.join();
        for (int last = edits + EDITS; edits < last; ) {
            edit(path, content, ++edits);
        }
    }

    private void edit(String path, ObjectNode content, int text) {
        content.put("text", Integer.toString(text));
        if (done(writer.put(path, content, "*"))) {
            answered = text;
        }
    }

    /** As long as the server is not too busy; who was not told whether it was done has nothing to expect. */
    private void withhold(String path, String dossier) {
        for (int i = 0; i < WITHHOLDINGS; i++) {
            if (!done(step(path + "/withhold", Map.of("reason", "privacy")))) {
                return;
            }
            assertThat(elsewhere.get(dossier).status()).isNotEqualTo(200);
            assertThat(items(elsewhere.get(search))).isNotEqualTo(1);
            if (!done(step(path + "/release", Map.of()))) {
                return;
            }
            assertThat(elsewhere.get(dossier).status()).isNotEqualTo(451);
            assertThat(items(elsewhere.get(search))).isNotZero();
        }
    }

    /** How many were found; -1 when it was not said. */
    private static int items(Reply reply) {
        return reply.status() == 200 ? reply.json().path("items").size() : -1;
    }

    private Reply step(String path, Map<String, String> body) {
        return writer.send("POST", path, Client.json(body), Map.of("If-Match", "*"));
    }

    /** What a busy server refuses is no part of this. */
    private static boolean done(Reply reply) {
        if (reply.status() == 503) {
            return false;
        }
        reply.expect(200);
        return true;
    }

    private void readAllTheTime(String path, String pointer, AtomicInteger answers) {
        while (asking.get()) {
            int before = answered;
            try {
                Reply reply = elsewhere.get(path);
                JsonNode said = reply.status() == 200 ? reply.json().at(pointer) : MissingNode.getInstance();
                if (!said.isMissingNode()) {
                    answers.incrementAndGet();
                    int text = said.asInt();
                    if (text < before) {
                        wrong.add(before + " was answered before, and " + text + " shown");
                    }
                }
            } catch (UncheckedIOException e) {
                LockSupport.parkNanos(PAUSE.toNanos()); // no answer is none that is wrong
            }
        }
    }
}
