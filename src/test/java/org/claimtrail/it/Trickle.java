package org.claimtrail.it;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.claimtrail.support.Client;

/** Many connections of somebody who sends next to nothing (slowloris), until the service has had enough. */
final class Trickle implements AutoCloseable {

    private final List<SocketChannel> channels = new ArrayList<>();
    private final List<String> answers = new ArrayList<>();
    private final long begun = System.nanoTime();
    private long ended;

    private Trickle(URI service, int count, String beginning) throws IOException {
        for (int i = 0; i < count; i++) {
            SocketChannel channel = SocketChannel.open(new InetSocketAddress(service.getHost(), service.getPort()));
            channel.write(ByteBuffer.wrap(beginning.getBytes(US_ASCII)));
            channel.configureBlocking(false);
            channels.add(channel);
        }
    }

    static Trickle heads(URI service, int count) throws IOException {
        return new Trickle(service, count, "GET /v1/claims HTTP/1.1\r\nHost: localhost\r\nX-Slow: ");
    }

    /** Larger than what is read in one go. */
    static Trickle bodies(Client by, int count) throws IOException {
        String head = "POST /v1/agents HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                + "Authorization: Bearer " + by.key() + "\r\nContent-Length: 50000\r\n\r\n";
        return new Trickle(by.service(), count, head);
    }

    int open() {
        return channels.size();
    }

    Duration age() {
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    /** Until the last of them was closed. */
    Duration lasted() {
        return Duration.ofNanos(ended - begun);
    }

    long answered(int status) {
        return answers.stream()
                .filter(answer -> answer.startsWith("HTTP/1.1 " + status))
                .count();
    }

    /** One byte on each, and a look at what came back. */
    void send() throws IOException {
        for (Iterator<SocketChannel> all = channels.iterator(); all.hasNext(); ) {
            SocketChannel channel = all.next();
            if (!isOpen(channel)) {
                channel.close();
                all.remove();
                ended = System.nanoTime();
            }
        }
    }

    private boolean isOpen(SocketChannel channel) {
        try {
            ByteBuffer answer = ByteBuffer.allocate(4096);
            int read = channel.read(answer);
            if (read > 0) {
                answers.add(new String(answer.array(), 0, read, US_ASCII));
            }
            if (read < 0) {
                return false;
            }
            channel.write(ByteBuffer.wrap(new byte[] {' '}));
            return true;
        } catch (IOException gone) {
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        for (SocketChannel channel : channels) {
            channel.close();
        }
    }
}
