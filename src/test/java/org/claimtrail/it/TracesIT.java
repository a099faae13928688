package org.claimtrail.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.trace.v1.Span;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.claimtrail.support.Client;
import org.claimtrail.support.Launch;
import org.claimtrail.support.Packaged;
import org.claimtrail.support.ShownOutput;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What the packaged program exports of its requests, to a collector that keeps every byte. That it has to be told to is in {@link OperationsIT}. */
@ExtendWith(ShownOutput.class)
class TracesIT {

    private static final String REQUEST = "claimtrail.request.id";
    private static final String CLAIM = "/v1/claims/claim_01k98n0b00enm8146esfsye80v";
    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String ASKED_FOR = "zq-asked-for-xkw";
    private static final String BAGGAGE = "zq-baggage-xkw";
    private static final String TEXT = "zq-draft-text-xkw";

    @TempDir
    private Path folder;

    @Test
    void exports_requests_with_their_ids_and_no_secret() throws Exception {
        try (Collector collector = new Collector();
                Packaged service =
                        launch(collector).with("CLAIMTRAIL_TRACES", "true").start()) {
            SecretNewsroom newsroom = new SecretNewsroom(service.admin());
            newsroom.plant();
            Client admin = service.admin();
            refused(admin);
            Map<String, String> headers = Map.of(
                    "X-Request-Id", "asked-1",
                    "traceparent", "00-" + TRACE + "-00f067aa0ba902b7-01",
                    "baggage", "who=" + BAGGAGE);
            admin.send("GET", CLAIM, null, headers).expect(200);
            service.terminate(); // what is left is exported then

            Span asked = span(collector, "asked-1");
            assertThat(asked.getName()).isEqualTo("GET /v1/claims/{id}");
            assertThat(asked.getKind()).isEqualTo(Span.SpanKind.SPAN_KIND_SERVER);
            assertThat(hex(asked)).isEqualTo(TRACE);
            assertThat(collector.spans())
                    .as("statements, below the request")
                    .anyMatch(span ->
                            span.getParentSpanId().equals(asked.getSpanId()) && attribute(span, "db.system") != null);
            assertThat(collector.spans())
                    .as("nothing but requests begins a trace")
                    .noneMatch(span ->
                            span.getParentSpanId().isEmpty() && span.getKind() != Span.SpanKind.SPAN_KIND_SERVER);
            assertThat(collector.spans()).extracting(Span::getEventsCount).containsOnly(0);
            assertThat(collector.addresses()).containsOnly("/v1/traces");
            String bytes = collector.bytes();
            Secret.Answer sent = Secret.Answer.of(bytes);
            assertThat(newsroom.secrets()).noneMatch(secret -> secret.isIn(sent));
            assertThat(bytes)
                    .contains("select")
                    .doesNotContain("Bearer")
                    .doesNotContain("clt_key_")
                    .doesNotContain(ASKED_FOR)
                    .doesNotContain(BAGGAGE)
                    .doesNotContain(TEXT);
            assertThat(service.output()).contains("refused-4 " + hex(span(collector, "refused-4")));
        }
    }

    /** Requests whose failure has the caller's words in hand: in a query, a body, a unique key that the database quotes. */
    private static void refused(Client admin) {
        admin.send("GET", "/v1/claims?limit=" + ASKED_FOR, null, Map.of("X-Request-Id", "refused-1"))
                .expect(400);
        admin.send("POST", "/v1/agents", "{\"" + TEXT + "\":", Map.of("X-Request-Id", "refused-2"))
                .expect(400);
        Map<String, String> scale = Map.of("name", TEXT);
        admin.post("/v1/desks", scale).expect(201);
        admin.send("POST", "/v1/desks", Client.json(scale), Map.of("X-Request-Id", "refused-3"))
                .expect(409);
        new Client(admin.service(), "clt_key_" + TEXT)
                .send("POST", "/v1/agents", "{}", Map.of("X-Request-Id", "refused-4"))
                .expect(401);
    }

    private Launch launch(Collector collector) {
        return SignIn.with("http://127.0.0.1:1/nobody", folder)
                .with("QUARKUS_OTEL_EXPORTER_OTLP_ENDPOINT", collector.url())
                .with("QUARKUS_OTEL_EXPERIMENTAL_SHUTDOWN_WAIT_TIME", "60S");
    }

    private static Span span(Collector collector, String request) {
        List<Span> found = collector.spans().stream()
                .filter(span -> request.equals(attribute(span, REQUEST)))
                .toList();
        assertThat(found).as("spans of %s", request).hasSize(1);
        return found.get(0);
    }

    private static @Nullable String attribute(Span span, String name) {
        return span.getAttributesList().stream()
                .filter(attribute -> attribute.getKey().equals(name))
                .map(KeyValue::getValue)
                .map(value -> value.getStringValue())
                .findFirst()
                .orElse(null);
    }

    private static String hex(Span span) {
        return HexFormat.of().formatHex(span.getTraceId().toByteArray());
    }
}
