package org.claimtrail.it;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * One request as bytes, so that it can be as wrong as it likes.
 *
 * @param wellFormed whether it is HTTP at all; what is not may be left without an answer
 */
record FuzzRequest(String method, String target, byte[] bytes, boolean wellFormed) {

    private static final int SHOWN = 1_500;

    static FuzzRequest of(String method, String target, List<String> headers, byte[] body) {
        StringBuilder head = new StringBuilder(method + " " + target + " HTTP/1.1\r\nHost: localhost\r\n");
        headers.forEach(header -> head.append(header).append("\r\n"));
        if (body.length > 0 || !method.equals("GET")) {
            head.append("Content-Length: ").append(body.length).append("\r\n");
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes((head + "Connection: close\r\n\r\n").getBytes(StandardCharsets.UTF_8));
        bytes.writeBytes(body);
        return new FuzzRequest(method, target, bytes.toByteArray(), !target.contains(" "));
    }

    static FuzzRequest raw(String text) {
        return new FuzzRequest("", "", text.getBytes(StandardCharsets.ISO_8859_1), false);
    }

    @Override
    public String toString() {
        String text = new String(bytes, StandardCharsets.UTF_8);
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "… (" + text.length() + " characters)";
    }
}
