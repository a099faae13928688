package org.claimtrail.shared.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.Metrics;
import jakarta.ws.rs.core.HttpHeaders;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** A problem as bytes and headers, the same whether the REST layer or the HTTP server below it refuses. */
final class ProblemWriter {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private ProblemWriter() {}

    /** The document, counted once it is written; what a client sent and no encoding can hold becomes a question mark instead of a failure. */
    static byte[] bytes(Problem problem, String path) {
        Metrics.counter("claimtrail.http.refused", "problem", problem.type().slug())
                .increment();
        try {
            return MAPPER.writeValueAsString(ProblemBody.of(problem, reference(path)))
                    .getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException e) {
            throw new AssertionError("a problem of strings cannot fail to be written", e);
        }
    }

    /** The headers a problem has been given, and those its type cannot do without. */
    static Map<String, String> headers(Problem problem) {
        Map<String, String> headers = new LinkedHashMap<>();
        switch (problem.type()) {
            case UNAUTHENTICATED -> headers.put(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
            case UNAVAILABLE, OUTCOME_UNKNOWN -> headers.put(HttpHeaders.RETRY_AFTER, "5");
            case IN_FLIGHT, TOO_MANY_REQUESTS, NOT_YET_HERE -> headers.put(HttpHeaders.RETRY_AFTER, "1");
            case TOO_LARGE, TOO_SLOW -> headers.put("Connection", "close");
            default -> {
                // no header belongs to the type
            }
        }
        headers.putAll(problem.headers());
        return headers;
    }

    /** The path as a URI reference, which {@code instance} must be (RFC 9457 section 3.1.5). */
    private static String reference(String path) {
        return Uris.isValid(path) ? path : quoted(path);
    }

    private static String quoted(String path) {
        try {
            return new URI(null, null, path, null).toASCIIString();
        } catch (URISyntaxException e) {
            return "/";
        }
    }
}
