package org.claimtrail.it;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Many connections that have each made one request and are kept open without another, as browsers and proxies do. */
final class Idle implements AutoCloseable {

    /** Below what the service refuses. */
    private static final int AT_ONCE = 100;

    private static final int PATIENCE_MILLIS = 30_000;
    private static final byte[] REQUEST =
            "GET /v1/claims?limit=1 HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(US_ASCII);
    /** A whole answer, and how long its body is. */
    private static final Pattern ANSWER = Pattern.compile(
            "HTTP/1\\.1 200 .*?content-length: (\\d+)\r\n.*?\r\n\r\n", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private final List<Socket> sockets = new ArrayList<>();
    private final long begun = System.nanoTime();

    Idle(URI service, int count) throws IOException {
        while (sockets.size() < count) {
            List<Socket> some = new ArrayList<>();
            for (int i = 0; i < AT_ONCE; i++) {
                Socket socket = new Socket(service.getHost(), service.getPort());
                sockets.add(socket);
                socket.setSoTimeout(PATIENCE_MILLIS);
                some.add(socket);
            }
            answered(some);
        }
    }

    /** On how many of them a request is answered. */
    int answered() {
        int answered = 0;
        for (int i = 0; i < sockets.size(); i += AT_ONCE) {
            answered += answered(sockets.subList(i, Math.min(i + AT_ONCE, sockets.size())));
        }
        return answered;
    }

    /** Since the first was opened. */
    long seconds() {
        return (System.nanoTime() - begun) / 1_000_000_000L;
    }

    private static int answered(List<Socket> some) {
        List<Socket> asked = some.stream().filter(Idle::asks).toList();
        return (int) asked.stream().filter(Idle::isAnswered).count();
    }

    private static boolean asks(Socket socket) {
        try {
            socket.getOutputStream().write(REQUEST);
            return true;
        } catch (IOException closed) {
            return false;
        }
    }

    private static boolean isAnswered(Socket socket) {
        try {
            InputStream in = socket.getInputStream();
            StringBuilder answer = new StringBuilder();
            byte[] part = new byte[16_384];
            while (!isWhole(answer)) {
                int read = in.read(part);
                if (read < 0) {
                    return false;
                }
                answer.append(new String(part, 0, read, US_ASCII));
            }
            return true;
        } catch (IOException closed) {
            return false;
        }
    }

    private static boolean isWhole(CharSequence answer) {
        Matcher head = ANSWER.matcher(answer);
        return head.lookingAt() && answer.length() - head.end() >= Integer.parseInt(head.group(1));
    }

    @Override
    public void close() throws IOException {
        for (Socket socket : sockets) {
            socket.close();
        }
    }
}
