package org.claimtrail.support;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Talks HTTP to a running service, with one person's key. */
public record Client(URI service, String key) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();

    /** Whether anything answers there. */
    static boolean answers(URI service) {
        try {
            return new Client(service, "")
                            .send("GET", "/v1/claims?limit=1", null, Map.of())
                            .status()
                    == 200;
        } catch (UncheckedIOException e) {
            return false;
        }
    }

    /** Somebody new with a role, and a client with their key. */
    public Client person(String holder, String role) {
        Reply reply = post("/v1/keys", Map.of("holder", holder, "role", role)).expect(201);
        return new Client(service, reply.json().path("key").asText());
    }

    public Reply get(String path) {
        return send("GET", path, null, Map.of());
    }

    public Reply post(String path, Object body) {
        return send("POST", path, json(body), Map.of());
    }

    public Reply put(String path, Object body, String ifMatch) {
        return send("PUT", path, json(body), Map.of("If-Match", ifMatch));
    }

    /**
     * Sends a request.
     *
     * @throws UncheckedIOException when the service is not there, or goes away before it has answered
     */
    public Reply send(String method, String path, @Nullable String body, Map<String, String> headers) {
        return send(method, path, body, headers, PATIENCE);
    }

    /** Sends a request, and does not wait longer for its answer. */
    public Reply send(
            String method, String path, @Nullable String body, Map<String, String> headers, Duration patience) {
        HttpRequest.Builder request = HttpRequest.newBuilder(service.resolve(path))
                .timeout(patience)
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        headers.forEach(request::header);
        if (body != null && !headers.containsKey("Content-Type")) {
            request.header("Content-Type", "application/json");
        }
        if (!key.isEmpty()) {
            request.header("Authorization", "Bearer " + key);
        }
        try {
            return Reply.of(HTTP.send(request.build(), BodyHandlers.ofByteArray()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** All items of a list, page by page. */
    public List<JsonNode> all(String path) {
        String query = path + (path.contains("?") ? "&" : "?") + "limit=200";
        // The list of events goes on after an id, the other ones from a cursor.
        String further = path.startsWith("/v1/audit/") ? "&after=" : "&cursor=";
        List<JsonNode> items = new ArrayList<>();
        JsonNode page = get(query).expect(200).json();
        page.path("items").forEach(items::add);
        while (page.path("next").isTextual()) {
            page = get(query + further + page.path("next").asText()).expect(200).json();
            page.path("items").forEach(items::add);
        }
        return items;
    }

    /** JSON text of anything that Jackson can write. */
    public static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
