package org.claimtrail.cli.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.claimtrail.merkle.Checkpoint;
import org.claimtrail.merkle.Hash;
import org.claimtrail.merkle.Note;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code verify --url} and {@code export}: a log's server has neither our time nor our memory. */
class HttpLogTest {

    private static final Duration SHORT = Duration.ofMillis(300);
    private static final Duration LONG = Duration.ofSeconds(30);

    private final ExecutorService threads = Executors.newCachedThreadPool();
    /** Until then the server keeps the one who asks waiting: longer than anybody is patient. */
    private final CountDownLatch over = new CountDownLatch(1);

    private HttpServer server;
    private Handler handler = exchange -> {};
    private String said = "";

    private interface Handler {
        void handle(HttpExchange exchange) throws IOException;
    }

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            try (exchange) {
                handler.handle(exchange);
            }
        });
        server.setExecutor(threads);
        server.start();
    }

    @AfterEach
    void stop() {
        over.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    @Test
    void waits_no_longer_than_it_may_for_an_answer() {
        handler = exchange -> isOver(60_000);

        assertThatThrownBy(() -> read("checkpoint"))
                .isInstanceOf(UnreachableException.class)
                .hasMessageContaining("/v1/audit/checkpoint cannot be read");
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 404, 429, 500})
    void waits_no_longer_than_it_may_for_the_end_of_an_answer(int status) {
        handler = exchange -> trickle(exchange, status);

        assertThatThrownBy(() -> read("checkpoint"))
                .isInstanceOf(UnreachableException.class)
                .hasMessageContaining("/v1/audit/checkpoint cannot be read (no whole answer within 300 ms)");
    }

    @ParameterizedTest
    @CsvSource({"checkpoint, 1000000", "tile/0/000, 8192", "tile/entries/000, 2097664", "keys, 262144"})
    void reads_of_each_kind_as_much_as_there_may_be(String path, int most) {
        handler = exchange -> answer(exchange, 200, most);

        assertThat(new HttpLog(url(), LONG).read(path))
                .get()
                .extracting(bytes -> bytes.length)
                .isEqualTo(most);
    }

    @ParameterizedTest
    @CsvSource({"checkpoint, 1000000", "tile/0/000, 8192", "tile/entries/000, 2097664", "keys, 262144"})
    void reads_of_each_kind_no_more_than_there_may_be(String path, int most) {
        handler = exchange -> answer(exchange, 200, most + 1);

        assertThatThrownBy(() -> new HttpLog(url(), LONG).read(path))
                .isInstanceOf(UnreachableException.class)
                .hasMessage(
                        url() + "/v1/audit/" + path + " cannot be read (the answer is longer than " + most + " bytes)");
    }

    @Test
    void passes_over_what_a_refusal_says() {
        handler = exchange -> answer(exchange, 404, 3_000_000);

        assertThat(new HttpLog(url(), LONG).read("tile/0/000")).isEmpty();
    }

    @Test
    void asks_again_when_it_is_told_to_wait() {
        AtomicInteger asked = new AtomicInteger();
        handler = exchange -> {
            exchange.getResponseHeaders().set("Retry-After", "0");
            answer(exchange, asked.incrementAndGet() < 3 ? 429 : 200, 10);
        };

        assertThat(new HttpLog(url(), LONG).read("checkpoint")).isPresent();
        assertThat(asked).hasValue(3);
    }

    @Test
    void says_that_an_answer_is_too_long_and_fails() {
        handler = exchange -> answer(exchange, 200, 5_000_000);

        int code = run("verify", "--url", url(), "--vkey", Logs.VKEY);

        assertThat(code).isEqualTo(3);
        assertThat(said.strip())
                .isEqualTo("verify: " + url()
                        + "/v1/audit/checkpoint cannot be read (the answer is longer than 1000000 bytes)");
    }

    @Test
    void copies_no_log_that_only_says_it_is_large(@TempDir Path folder) {
        String text = Checkpoint.of(Logs.SIGNER.name(), 1L << 62, Hash.EMPTY).body();
        byte[] note = new Note(text, List.of(Logs.SIGNER.sign(text))).encode();
        handler = exchange -> {
            if (exchange.getRequestURI().getPath().endsWith("/checkpoint")) {
                answer(exchange, 200, note);
            } else {
                answer(exchange, 404, 0);
            }
        };

        int code = assertTimeoutPreemptively(LONG, () -> run("export", "--url", url(), "--to", folder.toString()));

        assertThat(code).isEqualTo(3);
        assertThat(said).contains("tile/entries/000 is not there");
    }

    private void read(String path) {
        long begin = System.nanoTime();
        try {
            new HttpLog(url(), SHORT).read(path);
        } finally {
            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(20));
        }
    }

    private int run(String... arguments) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        int code = Commands.run(arguments, out, out);
        said = bytes.toString(StandardCharsets.UTF_8);
        return code;
    }

    private String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private void trickle(HttpExchange exchange, int status) throws IOException {
        exchange.sendResponseHeaders(status, 0);
        try (OutputStream body = exchange.getResponseBody()) {
            for (int i = 0; i < 250 && !isOver(100); i++) {
                body.write('A');
                body.flush();
            }
        }
    }

    private static void answer(HttpExchange exchange, int status, int length) throws IOException {
        answer(exchange, status, new byte[length]);
    }

    private static void answer(HttpExchange exchange, int status, byte[] bytes) throws IOException {
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    /** Waits for that, but no longer than this. */
    private boolean isOver(long millis) {
        try {
            return over.await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            return true;
        }
    }
}
