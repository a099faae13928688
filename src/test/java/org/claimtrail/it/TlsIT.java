package org.claimtrail.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpVersion;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.TrustManagerFactory;
import org.claimtrail.support.Launch;
import org.claimtrail.support.ShownOutput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The packaged program behind its own certificate, as docs/operations.md says to set it up. */
@ExtendWith(ShownOutput.class)
class TlsIT {

    private static final String PASSWORD = "correct horse";

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private static final Path OPENSSL = Path.of("/usr/bin/openssl");

    @TempDir
    private Path folder;

    @Test
    void serves_https_alone() throws Exception {
        Path store = folder.resolve("tls.p12");
        makeCertificate(store);
        Launch launch = Launch.in(folder);
        launch = launch.with("QUARKUS_HTTP_SSL_PORT", Integer.toString(launch.port()))
                .with("QUARKUS_HTTP_PORT", "1") // may be anything: it is not opened
                .with("QUARKUS_HTTP_INSECURE_REQUESTS", "disabled")
                .with("QUARKUS_HTTP_IDLE_TIMEOUT", "10s") // also a handshake may take so long
                .with("QUARKUS_TLS_KEY_STORE_P12_PATH", store.toString())
                .with("QUARKUS_TLS_KEY_STORE_P12_PASSWORD", PASSWORD);
        Process service = launch.process(folder.resolve("output.log"));
        try {
            URI claims = URI.create("https://localhost:" + launch.port() + "/v1/claims?limit=1");

            HttpResponse<String> answer = await(service, claims, pinned(store));

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("Strict-Transport-Security")).contains("max-age=31536000");
            assertThat(answer.sslSession().orElseThrow().getProtocol()).isIn("TLSv1.2", "TLSv1.3");
            assertThatThrownBy(() -> get(claims, HttpClient.newHttpClient()))
                    .as("not trusted by others")
                    .isInstanceOf(IOException.class);
            assertThat(protocols(claims, pinnedContext(store))).containsExactly("TLSv1.2", "TLSv1.3");
            assertThat(secondsOfPings(launch.port()))
                    .as("talk without requests")
                    .isBetween(9.5, 120.0);
            if (Files.isExecutable(OPENSSL)) { // the clients above would not even offer the old ones
                assertThat(handshake(launch.port(), "-tls1")).contains("alert protocol version");
                assertThat(handshake(launch.port(), "-tls1_1")).contains("alert protocol version");
                assertThat(handshake(launch.port(), "-tls1_2")).contains("New, TLSv1.2");
            }
        } finally {
            service.destroy();
            assertThat(service.waitFor(5, TimeUnit.MINUTES)).isTrue();
        }
    }

    /** How long HTTP/2 goes on for a client that asks once, and then does nothing but ping. */
    private static double secondsOfPings(int port) throws Exception {
        Vertx vertx = Vertx.vertx();
        CompletableFuture<Void> closed = new CompletableFuture<>();
        HttpClientOptions options = new HttpClientOptions()
                .setSsl(true)
                .setTrustAll(true)
                .setUseAlpn(true)
                .setProtocolVersion(HttpVersion.HTTP_2);
        try {
            long began = System.nanoTime();
            vertx.httpClientBuilder()
                    .with(options)
                    .withConnectHandler(connection -> {
                        vertx.setPeriodic(200, timer -> connection.ping(Buffer.buffer("pingpong")));
                        connection.closeHandler(closed::complete);
                    })
                    .build()
                    .request(HttpMethod.GET, port, "localhost", "/v1/claims?limit=1")
                    .compose(HttpClientRequest::send)
                    .onSuccess(answer -> assertThat(answer.version()).isEqualTo(HttpVersion.HTTP_2))
                    .onFailure(closed::completeExceptionally);
            closed.get(180, TimeUnit.SECONDS);
            return (System.nanoTime() - began) / 1e9;
        } finally {
            vertx.close();
        }
    }

    private static HttpResponse<String> await(Process service, URI url, HttpClient client) throws Exception {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                return get(url, client);
            } catch (IOException e) { // not there yet, or too slow with its first handshake
                assertThat(service.isAlive()).isTrue();
                assertThat(System.nanoTime()).as("%s", e).isLessThan(deadline);
                LockSupport.parkNanos(50_000_000);
            }
        }
    }

    /** Those that a client which offers one alone is answered with; old ones have to be let in by the client first. */
    private static List<String> protocols(URI url, SSLContext context) {
        return List.of("TLSv1", "TLSv1.1", "TLSv1.2", "TLSv1.3").stream()
                .filter(protocol -> {
                    SSLParameters only = new SSLParameters();
                    only.setProtocols(new String[] {protocol});
                    HttpClient client = HttpClient.newBuilder()
                            .sslContext(context)
                            .sslParameters(only)
                            .build();
                    try {
                        return get(url, client).statusCode() == 200;
                    } catch (Exception e) {
                        return false;
                    }
                })
                .toList();
    }

    /** What a client says that offers one version alone, and is ready for its old ciphers. */
    private static String handshake(int port, String version) throws Exception {
        Process client = new ProcessBuilder(
                        OPENSSL.toString(),
                        "s_client",
                        "-connect",
                        "localhost:" + port,
                        version,
                        "-cipher",
                        "ALL:@SECLEVEL=0")
                .redirectErrorStream(true)
                .start();
        client.getOutputStream().close();
        String said = new String(client.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        client.waitFor();
        return said;
    }

    private static HttpResponse<String> get(URI url, HttpClient client) throws Exception {
        return client.send(HttpRequest.newBuilder(url).build(), HttpResponse.BodyHandlers.ofString());
    }

    private static HttpClient pinned(Path store) throws Exception {
        return HttpClient.newBuilder().sslContext(pinnedContext(store)).build();
    }

    /** Trusts this certificate and no other. */
    private static SSLContext pinnedContext(Path store) throws Exception {
        KeyStore made = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            made.load(in, PASSWORD.toCharArray());
        }
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("service", made.getCertificate("service"));
        TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, managers.getTrustManagers(), null);
        return context;
    }

    private static void makeCertificate(Path store) throws Exception {
        String keytool = Path.of(Launch.java()).resolveSibling("keytool").toString();
        Process making = new ProcessBuilder(List.of(
                        keytool,
                        "-genkeypair",
                        "-alias",
                        "service",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "san=dns:localhost",
                        "-validity",
                        "2",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        store.toString(),
                        "-storepass",
                        PASSWORD))
                .inheritIO()
                .start();
        assertThat(making.waitFor()).isZero();
    }
}
