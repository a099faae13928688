package org.claimtrail.it;

import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadLocalRandom;
import org.claimtrail.support.Client;
import org.claimtrail.support.Reply;
import org.jspecify.annotations.Nullable;

/** A client of several nodes, who asks the next one when one does not answer, or says that it cannot now. */
final class Roaming {

    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Duration IN_ALL = Duration.ofMinutes(5);

    private final List<Client> nodes;
    private final Queue<Refusal> unanswered = new ConcurrentLinkedQueue<>();

    /**
     * What one node did not do.
     *
     * @param isOfOther whether it may be for what another node, which was too slow to say so, still does for the same request
     */
    record Refusal(URI node, String what, boolean isOfOther) {

        /** Whether it was only too slow. */
        boolean isOfTime() {
            return what.contains("timed out");
        }
    }

    /** One request, wherever it is sent. */
    private static final class Asked {

        private final String method;
        private final String path;
        private final @Nullable String body;
        private final Map<String, String> headers;
        private boolean timedOut;

        Asked(String method, String path, @Nullable String body, Map<String, String> headers) {
            this.method = method;
            this.path = path;
            this.body = body;
            this.headers = headers;
        }
    }

    /** An answer, whose it is, and whether nobody before it was asked. */
    record Answer(Reply reply, int node, boolean first) {}

    Roaming(List<Client> nodes) {
        this.nodes = nodes;
    }

    /** What was not answered, or with 409 or 5xx, so far. */
    List<Refusal> unanswered() {
        return List.copyOf(unanswered);
    }

    /** Sends it to any node, and on to the next until one answers. */
    Answer send(String method, String path, @Nullable String body, Map<String, String> headers) {
        long deadline = System.nanoTime() + IN_ALL.toNanos();
        Asked asked = new Asked(method, path, body, headers);
        int begin = ThreadLocalRandom.current().nextInt(nodes.size());
        for (int i = 0; System.nanoTime() < deadline; i++) {
            int node = (begin + i) % nodes.size();
            Reply reply = sendTo(node, asked);
            if (reply != null) {
                return new Answer(reply, node, i == 0);
            }
        }
        throw new AssertionError("no node answers " + method + " " + path + ": " + unanswered);
    }

    /** What another node than this says of it; null when it does not answer. */
    @Nullable
    Reply elsewhere(int node, String path) {
        return sendTo((node + 1) % nodes.size(), new Asked("GET", path, null, Map.of()));
    }

    private @Nullable Reply sendTo(int node, Asked asked) {
        Client client = nodes.get(node);
        try {
            Reply reply = client.send(asked.method, asked.path, asked.body, asked.headers, PATIENCE);
            // 409 says that the same is still at work under this Idempotency-Key, perhaps on a node that stands still.
            if (reply.status() < 500 && reply.status() != 409) {
                return reply;
            }
            boolean isOfOther = asked.timedOut && (reply.status() == 409 || reply.status() == 503);
            unanswered.add(new Refusal(client.service(), asked.method + " " + reply, isOfOther));
        } catch (UncheckedIOException e) {
            Refusal refusal = new Refusal(client.service(), asked.method + " " + e.getMessage(), false);
            asked.timedOut |= refusal.isOfTime();
            unanswered.add(refusal);
        }
        return null;
    }
}
