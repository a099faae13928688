package org.claimtrail.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.claimtrail.support.Client;
import org.claimtrail.support.Ended;
import org.claimtrail.support.Launch;
import org.claimtrail.support.Packaged;
import org.claimtrail.support.Reply;
import org.claimtrail.support.ShownOutput;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What only the packaged program shows: its logs, its refusals to start, its list of parts. */
@ExtendWith(ShownOutput.class)
class OperationsIT {

    private static final String BODY_WORD = "body-word-71f3";
    private static final String PASSWORD = "jdbc-word-93ab";

    private static final String DESK = "https://desk.example";

    @TempDir
    private static Path used;

    @TempDir
    private Path folder;

    private static Client admin;
    private static String otherKey;
    private static Reply readiness;
    private static Reply namedSite;
    private static Reply otherSite;
    private static List<String> lines;
    private static List<String> exported;

    /** With all its lines as JSON, on a disk with too little room, for pages of one other site, beside a collector of traces. */
    @BeforeAll
    static void a_service_that_was_used_and_stopped() throws Exception {
        try (Collector collector = new Collector();
                Packaged service = launch(collector).start()) {
            admin = service.admin();
            String body = "{\"type\":\"Person\",\"name\":\"" + BODY_WORD + "\"}";
            Map<String, String> traced = Map.of(
                    "X-Request-Id",
                    "traced-1",
                    "traceparent",
                    "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01");
            admin.send("POST", "/v1/agents", body, traced).expect(201);
            admin.send("POST", "/v1/agents", "{\"" + BODY_WORD + "\":", traced).expect(400);
            otherKey = admin.person("Cora", "contributor").key();
            new Client(service.url(), "clt_key_nonsense")
                    .post("/v1/agents", Map.of())
                    .expect(401);
            readiness = admin.get("/q/health/ready");
            Client reader = new Client(service.url(), "");
            namedSite = reader.send("GET", "/v1/claims", null, Map.of("Origin", DESK));
            otherSite = reader.send("GET", "/v1/claims", null, Map.of("Origin", "https://other.example"));
            service.terminate(); // traces that are left would be exported then
            lines = service.output()
                    .lines()
                    .filter(line -> line.startsWith("{"))
                    .toList();
            exported = List.copyOf(collector.addresses());
        }
    }

    private static Launch launch(Collector collector) {
        return Launch.in(used)
                .with("CLAIMTRAIL_LOG_JSON", "true")
                .with("QUARKUS_DATASOURCE_USERNAME", "sa")
                .with("QUARKUS_DATASOURCE_PASSWORD", PASSWORD)
                .with("CLAIMTRAIL_HEALTH_DISK_FLOOR", "1000000G")
                .with("CLAIMTRAIL_HEALTH_DISK_TIMEOUT", "60S")
                .with("QUARKUS_LOG_LEVEL", "DEBUG")
                .with("QUARKUS_HTTP_CORS_ENABLED", "true")
                .with("QUARKUS_HTTP_CORS_ORIGINS", DESK)
                .with("QUARKUS_OTEL_EXPORTER_OTLP_ENDPOINT", collector.url());
    }

    @Test
    void logs_json_with_the_request_and_no_secret_at_debug() throws Exception {
        assertThat(lines)
                .as("lines at DEBUG, of a statement that stored the body among them")
                .anyMatch(line -> line.contains("\"level\":\"DEBUG\"") && line.contains("insert into"));
        for (String line : lines) {
            JsonNode entry = new ObjectMapper().readTree(line);
            assertThat(entry.path("message").isTextual()).isTrue();
            assertThat(line)
                    .doesNotContain(otherKey)
                    .doesNotContain(admin.key())
                    .doesNotContain("clt_key_")
                    .doesNotContain("Bearer ")
                    .doesNotContain(PASSWORD);
            if (!entry.path("loggerName").asText().startsWith("org.hibernate")) { // prints rows, as operations.md says
                assertThat(line).doesNotContain(BODY_WORD);
            }
        }
    }

    @Test
    void is_not_ready_when_the_disk_has_too_little_room() {
        assertThat(readiness.expect(503).text()).contains("bytes left");
    }

    @Test
    void sends_no_traces_unless_told_to() {
        namedSite.expect(200);
        assertThat(exported).isEmpty();
    }

    @Test
    void refuses_to_let_every_site_act_for_its_visitors() {
        Ended ended = Launch.in(folder)
                .with("QUARKUS_HTTP_CORS_ENABLED", "true")
                .with("QUARKUS_HTTP_CORS_ORIGINS", "*")
                .with("QUARKUS_HTTP_CORS_ACCESS_CONTROL_ALLOW_CREDENTIALS", "true")
                .end();

        assertThat(ended.code()).isNotZero();
        assertThat(ended.reasons()).hasSize(1);
        assertThat(ended.reasons().get(0)).contains("QUARKUS_HTTP_CORS_ORIGINS");
    }

    @Test
    void lets_in_the_sites_that_are_named_and_no_others() {
        assertThat(namedSite.expect(200).header("Access-Control-Allow-Origin")).isEqualTo(DESK);
        assertThat(otherSite.text()).doesNotContain("\"items\"");
    }

    @Test
    void lists_every_library_of_the_distribution() throws Exception {
        JsonNode bom = new ObjectMapper()
                .readTree(
                        Path.of("target/quarkus-app/quarkus-run-cyclonedx.json").toFile());
        List<String> listed = Stream.iterate(0, i -> i + 1)
                .limit(bom.path("components").size())
                .map(i -> bom.path("components").get(i))
                .map(part ->
                        part.path("group").asText() + "." + part.path("name").asText() + "-"
                                + part.path("version").asText() + ".jar")
                .toList();

        assertThat(bom.path("bomFormat").asText()).isEqualTo("CycloneDX");
        try (Stream<Path> libraries = Files.list(Path.of("target/quarkus-app/lib/main"))) {
            assertThat(libraries.map(file -> file.getFileName().toString()))
                    .allSatisfy(name -> assertThat(listed).anyMatch(part -> name.startsWith(part.replace(".jar", ""))));
        }
    }
}
