package org.claimtrail.it;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.locks.LockSupport;
import org.claimtrail.merkle.Checkpoint;
import org.claimtrail.merkle.Consistency;
import org.claimtrail.merkle.EntriesPath;
import org.claimtrail.merkle.EntryBundle;
import org.claimtrail.merkle.Frontier;
import org.claimtrail.merkle.Hash;
import org.claimtrail.merkle.ProofException;
import org.claimtrail.merkle.VerifierKey;
import org.claimtrail.support.Client;
import org.claimtrail.support.Reply;

/** The log as anyone outside sees it: remembers every checkpoint it was shown, and takes nothing on trust. */
final class PublicLog {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(10);
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final Client reader;
    private final VerifierKey key;
    private final Map<Long, Hash> seen = new TreeMap<>();
    /** Sizes of those that the service has proven to be beginnings of a later one. */
    private final Set<Long> proven = new TreeSet<>();

    PublicLog(Client reader) {
        this.reader = new Client(reader.service(), "");
        this.key = VerifierKey.parse(this.reader
                .get("/v1/audit/keys")
                .expect(200)
                .json()
                .at("/items/0/vkey")
                .asText());
    }

    /** Looks at the checkpoint now; it must be signed, and no other than one of this size seen before. */
    Checkpoint look() {
        return saw(reader.get("/v1/audit/checkpoint").expect(200));
    }

    /** Remembers a checkpoint that any node has shown. */
    synchronized Checkpoint saw(Reply shown) {
        try {
            Checkpoint checkpoint = Checkpoint.open(shown.body(), key);
            Hash before = seen.putIfAbsent(checkpoint.size(), checkpoint.root());
            assertThat(before).isIn(null, checkpoint.root());
            return checkpoint;
        } catch (ProofException e) {
            throw new AssertionError(e);
        }
    }

    /** Looks again and again until the service goes away. */
    Thread watch() {
        Thread watcher = new Thread(() -> {
            try {
                while (!Thread.currentThread().isInterrupted()) {
                    look();
                    LockSupport.parkNanos(BETWEEN_LOOKS.toNanos()); // or two processors would do little else
                }
            } catch (UncheckedIOException goneAway) {
                // as expected
            }
        });
        watcher.start();
        return watcher;
    }

    int checkpointsSeen() {
        return seen.size();
    }

    /** Every checkpoint ever seen is one of this tree, and goes on to the latest by a proof. */
    synchronized void isConsistentWithAllSeen() throws ProofException {
        Checkpoint latest = look();
        List<byte[]> leaves = leaves(latest.size());
        Frontier frontier = Frontier.EMPTY;
        for (byte[] leaf : leaves) {
            frontier = frontier.append(Hash.leaf(leaf));
            Hash root = seen.get(frontier.size());
            assertThat(root).isIn(null, frontier.root());
        }
        assertThat(frontier.root()).isEqualTo(latest.root());
        for (Map.Entry<Long, Hash> earlier : seen.entrySet()) {
            if (proven.add(earlier.getKey())) {
                consistency(earlier.getKey(), latest.size()).verify(earlier.getValue(), latest.root());
            }
        }
        proven.remove(latest.size());
    }

    /** As below. */
    void holdsOnce(Collection<String> events) throws ProofException {
        holdsOnce(events, "");
    }

    /** These events get into the log, and it holds each of its events once and no other past than any that was seen. */
    void holdsOnce(Collection<String> events, String when) throws ProofException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        Map<String, Integer> logged = events(look().size());
        while (!logged.keySet().containsAll(events)) {
            Set<String> missing = new TreeSet<>(events);
            missing.removeAll(logged.keySet());
            assertThat(System.nanoTime()).as("%s not logged: %s", when, missing).isLessThan(deadline);
            LockSupport.parkNanos(PAUSE.toNanos());
            logged = events(look().size());
        }
        assertThat(logged.values()).as(when).containsOnly(1);
        isConsistentWithAllSeen();
    }

    /** How often each event is in the log. */
    Map<String, Integer> events(long size) {
        Map<String, Integer> count = new TreeMap<>();
        for (byte[] leaf : leaves(size)) {
            count.merge(id(leaf), 1, Integer::sum);
        }
        return count;
    }

    private Consistency consistency(long from, long to) {
        JsonNode proof = reader.get("/v1/audit/consistency?from=" + from + "&to=" + to)
                .expect(200)
                .json();
        List<Hash> path = new ArrayList<>();
        proof.path("consistency").forEach(hash -> path.add(Hash.fromBase64(hash.asText())));
        return new Consistency(from, to, path);
    }

    private List<byte[]> leaves(long size) {
        List<byte[]> leaves = new ArrayList<>();
        for (long n = 0; n * 256 < size; n++) {
            int width = (int) Math.min(256, size - n * 256);
            leaves.addAll(EntryBundle.decode(reader.get("/v1/audit/tile/" + new EntriesPath(n, width).encode())
                    .expect(200)
                    .body()));
        }
        assertThat(leaves).hasSize((int) size);
        return leaves;
    }

    private static String id(byte[] leaf) {
        try {
            return JSON.readTree(new String(leaf, UTF_8)).path("id").asText();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
