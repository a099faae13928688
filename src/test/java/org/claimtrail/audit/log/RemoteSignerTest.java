package org.claimtrail.audit.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Stream;
import org.claimtrail.merkle.Ed25519Signer;
import org.claimtrail.merkle.NoteSignature;
import org.claimtrail.merkle.NoteSigner;
import org.claimtrail.merkle.VerifierKey;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** A signer that answers over HTTP. */
class RemoteSignerTest {

    private static final String LOG = "log.example";
    private static final String TEXT = LOG + "\n1\ng/jjpc4q6P6YCFFoOy42e3k/0Eq3wTIvMELnXBYUGDM=\n";
    private static final NoteSigner KEY = Ed25519Signer.ofSeed(LOG, new byte[32]);
    private static final Duration SHORT = Duration.ofMillis(300);

    private HttpServer server;
    /** Until then the signer keeps the one who asks waiting: longer than anybody is patient. */
    private final CountDownLatch over = new CountDownLatch(1);

    private volatile Handler handler = exchange -> {};

    private interface Handler {
        void handle(HttpExchange exchange) throws IOException;
    }

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/sign", exchange -> {
            try (exchange) {
                handler.handle(exchange);
            }
        });
        server.setExecutor(Executors.newCachedThreadPool());
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void signs_with_the_key_that_is_elsewhere() {
        answer(200, RemoteSignerTest::signature);

        NoteSignature signature = signer(KEY.verifierKey()).sign(TEXT);

        assertThat(signature).isEqualTo(KEY.sign(TEXT));
    }

    @Test
    void takes_a_line_break_behind_the_signature() {
        answer(200, text -> signature(text) + "\n");

        assertThat(signer(KEY.verifierKey()).sign(TEXT)).isEqualTo(KEY.sign(TEXT));
    }

    @TestFactory
    Stream<DynamicTest> takes_no_other_answer_for_a_signature() {
        NoteSigner other =
                Ed25519Signer.ofSeed(LOG, "another seed of thirty-two bytes".getBytes(StandardCharsets.UTF_8));
        Map<String, Function<String, String>> answers = Map.of(
                "nothing", text -> "",
                "no base64", text -> "signed!",
                "not 64 bytes", text -> Base64.getEncoder().encodeToString(new byte[63]),
                "zeros", text -> Base64.getEncoder().encodeToString(new byte[64]),
                "of another text", text -> signature(text + "x\n"),
                "by another key", text -> base64(other.sign(text)),
                "bytes behind it",
                        text -> Base64.getEncoder()
                                .encodeToString(
                                        java.util.Arrays.copyOf(KEY.sign(text).signature(), 65)));
        return answers.entrySet().stream()
                .map(entry -> DynamicTest.dynamicTest(entry.getKey(), () -> {
                    answer(200, entry.getValue());

                    assertThatThrownBy(() -> signer(KEY.verifierKey()).sign(TEXT))
                            .isInstanceOf(IllegalStateException.class)
                            .hasMessageContaining("gave no signature");
                }));
    }

    @TestFactory
    Stream<DynamicTest> takes_no_signature_from_a_refusal() {
        return Stream.of(201, 302, 400, 403, 500, 503)
                .map(status -> DynamicTest.dynamicTest("status " + status, () -> {
                    answer(status, RemoteSignerTest::signature);

                    assertThatThrownBy(() -> signer(KEY.verifierKey()).sign(TEXT))
                            .isInstanceOf(IllegalStateException.class)
                            .hasMessageEndingWith("answered " + status);
                }));
    }

    @Test
    void waits_no_longer_than_it_may_for_an_answer() {
        handler = exchange -> isOver(60_000);

        assertGivesUpInTime();
    }

    @Test
    void waits_no_longer_than_it_may_for_the_end_of_an_answer() {
        handler = exchange -> {
            exchange.sendResponseHeaders(200, 0);
            try (OutputStream body = exchange.getResponseBody()) {
                for (int i = 0; i < 600 && !isOver(100); i++) {
                    body.write('A');
                    body.flush();
                }
            }
        };

        assertGivesUpInTime();
    }

    @Test
    void reads_no_endless_answer() {
        answer(200, text -> "A".repeat(1_000_000));

        assertThatThrownBy(() -> signer(KEY.verifierKey()).sign(TEXT)).hasMessageContaining("longer than");
    }

    @Test
    void says_that_nobody_is_there() {
        server.stop(0);

        assertThatThrownBy(() -> signer(KEY.verifierKey()).sign(TEXT))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("does not answer");
    }

    @Test
    void wants_a_public_key_of_the_logs_name() {
        LogConfig.Key config = TestLog.config(
                        Path.of("target"),
                        Map.of(
                                "claimtrail.audit.key.url", url().toString(),
                                "claimtrail.audit.key.vkey", KEY.verifierKey().encode()))
                .key();

        assertThat(RemoteSigner.of(LOG, config).name()).isEqualTo(LOG);
        assertThatThrownBy(() -> RemoteSigner.of("other.example", config))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("other.example");
    }

    @Test
    void wants_a_public_key() {
        LogConfig.Key config = TestLog.config(Path.of("target"), Map.of("claimtrail.audit.key.url", url().toString()))
                .key();

        assertThatThrownBy(() -> RemoteSigner.of(LOG, config))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("claimtrail.audit.key.vkey");
    }

    private void assertGivesUpInTime() {
        try {
            long begin = System.nanoTime();

            assertThatThrownBy(() -> new RemoteSigner(url(), KEY.verifierKey(), SHORT).sign(TEXT))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("does not answer");
            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(20));
        } finally {
            over.countDown();
        }
    }

    private void answer(int status, Function<String, String> answer) {
        handler = exchange -> {
            String text = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            byte[] body = answer.apply(text).getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        };
    }

    private RemoteSigner signer(VerifierKey key) {
        return new RemoteSigner(url(), key, Duration.ofSeconds(20));
    }

    private URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/sign");
    }

    private static String signature(String text) {
        return base64(KEY.sign(text));
    }

    private static String base64(NoteSignature signature) {
        return Base64.getEncoder().encodeToString(signature.signature());
    }

    /** Waits for that, but no longer than this. */
    private boolean isOver(long millis) {
        try {
            return over.await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
