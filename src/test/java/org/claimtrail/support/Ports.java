package org.claimtrail.support;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/**
 * Ports of the loopback address for what tests start. A port that the system names as free may be named to another test
 * in the same moment, whose service then answers in the place of the one that was meant. So each process that tests takes a
 * block of ports (one for each loader of this class), whose first one it listens on from then on, and gives away the others,
 * each once.
 */
public final class Ports {

    /** Below all that systems give to connections by themselves (Linux: from 32768, some containers: from 16000). */
    private static final int FIRST = 10_000;

    private static final int LAST = 16_000;
    private static final int BLOCK = 100;

    /** All that were taken, also when they are used up: a socket that nobody knows of is closed. */
    private static final List<ServerSocket> BLOCKS = new CopyOnWriteArrayList<>();

    private static final Ports OF_THIS_PROCESS = new Ports();

    private @Nullable ServerSocket held;
    private int given;

    Ports() {}

    /** One that nobody listens on, and that no other test is given. */
    public static int free() {
        return OF_THIS_PROCESS.next();
    }

    /** The next one of the block; of another block after the last. */
    synchronized int next() {
        while (true) {
            if (held == null || given == BLOCK - 1) {
                held = block();
                given = 0;
            }
            given++;
            int port = held.getLocalPort() + given;
            try (ServerSocket socket = listener(port)) {
                return socket.getLocalPort();
            } catch (IOException e) {
                // Somebody else's: the next one.
            }
        }
    }

    private static ServerSocket block() {
        for (int port = FIRST; port < LAST; port += BLOCK) {
            try {
                ServerSocket block = listener(port);
                BLOCKS.add(block);
                return block;
            } catch (IOException e) {
                // Another process has that one.
            }
        }
        throw new IllegalStateException("no ports left between " + FIRST + " and " + LAST);
    }

    private static ServerSocket listener(int port) throws IOException {
        return new ServerSocket(port, 1, InetAddress.getLoopbackAddress());
    }
}
