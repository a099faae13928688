package org.claimtrail.support;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;

/** An answer over HTTP. */
public record Reply(String request, int status, HttpHeaders headers, byte[] body) {

    private static final ObjectMapper JSON = new ObjectMapper();

    static Reply of(HttpResponse<byte[]> response) {
        String request = response.request().method() + " " + response.request().uri();
        return new Reply(request, response.statusCode(), response.headers(), response.body());
    }

    /** This, if it has the status; the test fails with its body otherwise. */
    public Reply expect(int expected) {
        if (status != expected) {
            throw new AssertionError(request + ": expected " + expected + " but got " + this);
        }
        return this;
    }

    public boolean isSuccess() {
        return status / 100 == 2;
    }

    /** Whether nothing was done, and the same may be asked again soon. */
    public boolean isBusy() {
        return status == 503 && text().contains("/problems/unavailable");
    }

    public JsonNode json() {
        try {
            return JSON.readTree(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The value of a header; empty without it. */
    public String header(String name) {
        return headers.firstValue(name).orElse("");
    }

    public String etag() {
        return header("ETag");
    }

    /** The id of the record in the body. */
    public String id() {
        return json().path("id").asText();
    }

    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return status + " " + text();
    }
}
