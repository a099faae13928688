package org.claimtrail.it;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** An answer read from a socket until the server closes it. */
record FuzzAnswer(int status, Map<String, String> headers, byte[] body) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int PATIENCE_MILLIS = 30_000;

    /** What is not HTTP may leave a server waiting for more, or for the next request. */
    private static final int SHORT_PATIENCE_MILLIS = 1_000;

    /** Empty when the server closes, or waits, without an answer. */
    static Optional<FuzzAnswer> to(FuzzRequest request, URI service) throws IOException {
        try (Socket socket = new Socket(service.getHost(), service.getPort())) {
            socket.setSoTimeout(request.wellFormed() ? PATIENCE_MILLIS : SHORT_PATIENCE_MILLIS);
            try {
                OutputStream out = socket.getOutputStream();
                out.write(request.bytes());
                out.flush();
            } catch (IOException e) {
                // The server may close before it has read everything; what counts is its answer.
            }
            return read(received(socket.getInputStream(), request.wellFormed()));
        }
    }

    /** What came, also when the server leaves some of the request unread and resets the connection. */
    private static InputStream received(InputStream in, boolean wellFormed) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        byte[] some = new byte[8192];
        try {
            for (int n = in.read(some); n >= 0; n = in.read(some)) {
                all.write(some, 0, n);
            }
        } catch (SocketTimeoutException e) {
            if (wellFormed) {
                throw e;
            }
        } catch (IOException e) {
            // Reset: then this is all.
        }
        return new ByteArrayInputStream(all.toByteArray());
    }

    private static Optional<FuzzAnswer> read(InputStream in) throws IOException {
        String line = line(in);
        while (line.startsWith("HTTP/1.1 1")) {
            while (!line.isEmpty()) {
                line = line(in);
            }
            line = line(in);
        }
        if (!line.startsWith("HTTP/1.")) {
            return Optional.empty();
        }
        int status = Integer.parseInt(line.substring(9, 12));
        Map<String, String> headers = new TreeMap<>();
        for (line = line(in); !line.isEmpty(); line = line(in)) {
            int colon = line.indexOf(':');
            headers.put(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip());
        }
        byte[] body = "chunked".equals(headers.get("transfer-encoding")) ? chunks(in) : in.readAllBytes();
        return Optional.of(new FuzzAnswer(status, headers, body));
    }

    private static byte[] chunks(InputStream in) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (int size = Integer.parseInt(line(in), 16); size > 0; size = Integer.parseInt(line(in), 16)) {
            body.writeBytes(in.readNBytes(size));
            line(in);
        }
        return body.toByteArray();
    }

    private static String line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int b = in.read(); b >= 0 && b != '\n'; b = in.read()) {
            line.write(b);
        }
        return line.toString(StandardCharsets.ISO_8859_1).strip();
    }

    String contentType() {
        return headers.getOrDefault("content-type", "");
    }

    String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    JsonNode json() throws IOException {
        return JSON.readTree(body);
    }

    @Override
    public String toString() {
        String text = text();
        return status + " " + headers + "\n" + text.substring(0, Math.min(text.length(), 1_000));
    }
}
