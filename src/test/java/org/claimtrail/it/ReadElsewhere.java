package org.claimtrail.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.claimtrail.support.Client;
import org.claimtrail.support.Reply;

/**
 * What one node has answered to a write, the public reads at another one from the moment after, though that answers from memory
 * to many who ask it all the time.
 */
final class ReadElsewhere {

    private static final int READERS = 3;
    private static final int EDITS = 100;

    private final Client writer;
    private final Client elsewhere;
    private final AtomicBoolean asking = new AtomicBoolean(true);
    private final Queue<String> wrong = new ConcurrentLinkedQueue<>();
    private volatile int answered;

    ReadElsewhere(Client writer, Client elsewhere) {
        this.writer = writer;
        this.elsewhere = new Client(elsewhere.service(), "");
    }

    void showsWhatWasAnswered(Staff staff) throws InterruptedException {
        Reply claim = writer.post("/v1/claims", Map.of("text", "0", "inLanguage", "en", "claimant", staff.desk))
                .expect(201);
        String path = "/v1/claims/" + claim.id();
        List<Thread> readers = IntStream.range(0, READERS)
                .mapToObj(i -> new Thread(() -> read(path + "/dossier")))
                .toList();
        readers.forEach(Thread::start);
        try {
            String tag = claim.etag();
            ObjectNode content = (ObjectNode) claim.json();
            content.put("changeReason", "There is more of it.");
            for (int i = 1; i <= EDITS; i++) {
                content.put("text", Integer.toString(i));
                tag = writer.put(path, content, tag).expect(200).etag();
                answered = i;
            }
        } finally {
            asking.set(false);
            for (Thread reader : readers) {
                reader.join();
            }
        }
        assertThat(wrong).isEmpty();
    }

    private void read(String path) {
        while (asking.get()) {
            int before = answered;
            try {
                int shown =
                        elsewhere.get(path).expect(200).json().at("/claim/text").asInt();
                if (shown < before) {
                    wrong.add(before + " was answered before, and " + shown + " shown");
                }
            } catch (RuntimeException | AssertionError e) {
                wrong.add(e.toString());
            }
        }
    }
}
