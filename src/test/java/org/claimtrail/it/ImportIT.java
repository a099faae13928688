package org.claimtrail.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.claimtrail.support.Client;
import org.claimtrail.support.Database;
import org.claimtrail.support.Launch;
import org.claimtrail.support.Packaged;
import org.claimtrail.support.ShownOutput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Large files: sent while the service is killed, and sent slowly. */
@ExtendWith(ShownOutput.class)
class ImportIT {

    private static final int CLAIMS = 6_000;
    private static final int KILLED_AFTER = 1_000;

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final String AGENT =
            "{\"kind\":\"agent\",\"name\":\"a\",\"content\":{\"type\":\"Person\",\"name\":\"Somebody\"}}\n";

    @ParameterizedTest
    @EnumSource
    void what_a_kill_interrupts_is_recorded_once_when_it_is_sent_again(Database database, @TempDir Path folder)
            throws Exception {
        try (Packaged service = Launch.in(folder).on(database).start()) {
            Client admin = service.admin();
            int before = admin.all("/v1/claims").size();
            String id = started(admin);
            String file = AGENT + claims(0, CLAIMS);
            CompletableFuture<HttpResponse<String>> first = sent(admin, id, BodyPublishers.ofString(file));
            while (recorded(admin, id) < KILLED_AFTER) {
                Thread.onSpinWait();
            }

            service.killHard();

            assertThat(first).failsWithin(PATIENCE);
            service.restart();
            int kept = recorded(admin, id);
            assertThat(kept).isBetween(1, CLAIMS);
            HttpResponse<String> again =
                    sent(admin, id, BodyPublishers.ofString(file)).join();
            JsonNode counts = new ObjectMapper().readTree(again.body());
            assertThat(counts.path("known").asInt()).as(again.body()).isEqualTo(kept);
            assertThat(counts.path("recorded").asInt()).isEqualTo(1 + CLAIMS - kept);
            assertThat(recorded(admin, id)).isEqualTo(1 + CLAIMS);
            Set<String> found = admin.all("/v1/claims").stream()
                    .map(claim -> claim.path("id").asText())
                    .collect(Collectors.toSet());
            assertThat(found).hasSize(before + CLAIMS);
            new Audit(admin)
                    .listsWhatItLogged()
                    .isWhole(found.stream().limit(100).collect(Collectors.toSet()));
            System.out.println("ImportIT on " + database + ": killed after " + kept + " of " + CLAIMS);
        }
    }

    @Test
    void a_file_may_take_longer_than_a_body_as_long_as_it_goes_on(@TempDir Path folder) throws Exception {
        try (Packaged service =
                Launch.in(folder).with("CLAIMTRAIL_HTTP_BODY_TIMEOUT", "2s").start()) {
            Client admin = service.admin();
            String id = started(admin);
            try (Slow file = new Slow(admin, id)) {
                file.write(AGENT);
                for (int i = 0; i < 6; i++) {
                    Thread.sleep(1_000);
                    file.write(claims(i, i + 1));
                }
                file.write("");
                assertThat(file.answer()).startsWith("HTTP/1.1 200 ");
                assertThat(recorded(admin, id)).isEqualTo(7);
            }
            try (Slow file = new Slow(admin, id)) {
                file.write(claims(6, 7));
                assertThat(file.answer()).startsWith("HTTP/1.1 408 ");
            }
        }
    }

    private static String started(Client admin) {
        JsonNode started = admin.send(
                        "POST", "/v1/imports", "{\"name\":\"Archive\"}", Map.of("Idempotency-Key", "first"))
                .expect(201)
                .json();
        return started.path("id").asText();
    }

    private static int recorded(Client admin, String id) {
        return admin.get("/v1/imports/" + id)
                .expect(200)
                .json()
                .path("recorded")
                .asInt();
    }

    private static CompletableFuture<HttpResponse<String>> sent(Client admin, String id, BodyPublisher file) {
        URI address = admin.service().resolve("/v1/imports/" + id + "/records");
        HttpRequest request = HttpRequest.newBuilder(address)
                .header("Content-Type", "application/x-ndjson")
                .header("Authorization", "Bearer " + admin.key())
                .timeout(PATIENCE.multipliedBy(4))
                .POST(file)
                .build();
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .build()
                .sendAsync(request, BodyHandlers.ofString());
    }

    private static String claims(int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(i -> "{\"kind\":\"claim\",\"name\":\"c" + i + "\",\"content\":{\"text\":\"Claim " + i
                        + "\",\"inLanguage\":\"en\",\"claimant\":\"@agent/a\",\"about\":[]}}\n")
                .collect(Collectors.joining());
    }

    /** Sends a file in parts, when it is told to. */
    private static final class Slow implements AutoCloseable {

        private final Socket socket;

        Slow(Client by, String id) throws IOException {
            socket = new Socket(by.service().getHost(), by.service().getPort());
            socket.setSoTimeout((int) PATIENCE.toMillis());
            send("POST /v1/imports/" + id + "/records HTTP/1.1\r\nHost: localhost\r\n"
                    + "Content-Type: application/x-ndjson\r\nAuthorization: Bearer " + by.key()
                    + "\r\nTransfer-Encoding: chunked\r\n\r\n");
        }

        /** The empty part is the end. */
        void write(String part) throws IOException {
            send(Integer.toHexString(part.length()) + "\r\n" + part + "\r\n");
        }

        String answer() throws IOException {
            return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))
                    .readLine();
        }

        private void send(String text) throws IOException {
            socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
