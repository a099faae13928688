package org.claimtrail.it;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.claimtrail.support.Client;
import org.claimtrail.support.Reply;

/**
 * A program of its own that counts in a claim's text: it reads, writes one more, and reads again when somebody else was
 * faster. Prints how often that was.
 */
final class CountingWriter {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private CountingWriter() {}

    /** Arguments: the service, a key, the claim's path, how often to count. */
    public static void main(String... args) {
        Client client = new Client(URI.create(args[0]), args[1]);
        int stale = 0;
        for (int i = 0; i < Integer.parseInt(args[3]); i++) {
            while (!counted(client, args[2])) {
                stale++;
            }
        }
        System.out.println(stale);
    }

    private static boolean counted(Client client, String path) {
        Reply read = client.get(path).expect(200);
        ObjectNode claim = (ObjectNode) read.json();
        int next = Integer.parseInt(claim.path("text").asText()) + 1;
        claim.put("text", Integer.toString(next)).put("changeReason", "one more");
        Reply written = client.put(path, claim, read.etag());
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (written.isBusy()
                && System.nanoTime() < deadline) { // it waited for the other one longer than the service lets it
            LockSupport.parkNanos(100_000_000);
            written = client.put(path, claim, read.etag());
        }
        if (written.status() == 412) {
            return false;
        }
        return written.expect(200).isSuccess();
    }
}
