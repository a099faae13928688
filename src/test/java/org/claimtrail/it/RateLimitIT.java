package org.claimtrail.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.claimtrail.support.Client;
import org.claimtrail.support.Launch;
import org.claimtrail.support.Packaged;
import org.claimtrail.support.Reply;
import org.claimtrail.support.ShownOutput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Who asks too much is told so, and nobody else notices. The addresses are those that a declared proxy gives. */
@ExtendWith(ShownOutput.class)
class RateLimitIT {

    /** There is one more only after half a minute, so that none comes between two requests on a busy machine. */
    private static final String LIMIT = "2";

    @TempDir
    private Path folder;

    @Test
    void each_caller_has_a_limit_and_a_right_key_always_passes() {
        Launch launch = Launch.in(folder)
                .with("QUARKUS_HTTP_PROXY_PROXY_ADDRESS_FORWARDING", "true")
                .with("CLAIMTRAIL_RATE_LIMIT_ANONYMOUS", LIMIT)
                .with("CLAIMTRAIL_RATE_LIMIT_PERSON", LIMIT)
                .with("CLAIMTRAIL_RATE_LIMIT_FAILURES", LIMIT);
        try (Packaged service = launch.start()) {
            Client admin = service.admin();
            Client reader = new Client(service.url(), "");
            anonymous(reader);
            appended(service, reader);
            persons(admin);
            keys(admin);
            wrong(service, admin);
            vain(service, admin);
            assertThat(reader.get("/v1/claims").expect(200).header("RateLimit"))
                    .as("this machine is not counted")
                    .isEmpty();
        }
    }

    private static void anonymous(Client reader) {
        Reply first = from("192.0.2.1", reader, "/v1/claims?limit=1").expect(200);
        assertThat(first.header("RateLimit")).isEqualTo("\"anonymous\";r=1;t=30");
        assertThat(first.header("RateLimit-Policy")).isEqualTo("\"anonymous\";q=2;w=60");
        assertThat(from("192.0.2.1", reader, "/v1/audit/checkpoint").expect(200).header("RateLimit"))
                .as("on what shared caches keep")
                .isEmpty();
        Reply refused = from("192.0.2.1", reader, "/v1/claims?limit=1").expect(429);
        assertThat(refused.json().path("type").asText()).isEqualTo("/problems/too-many-requests");
        assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(1, 30);
        assertThat(refused.header("RateLimit")).startsWith("\"anonymous\";r=0;t=");
        from("192.0.2.1", reader, "/q/openapi").expect(429);
        reader.get("/q/health/live").expect(200);
        from("192.0.2.2", reader, "/v1/claims?limit=1").expect(200);
    }

    /** A proxy that appends leaves in front what the caller said, which is no way to be another one or this machine. */
    private static void appended(Packaged service, Client reader) {
        for (int i = 0; i < 2; i++) {
            from("192.0.2." + (50 + i) + ", 192.0.2.3", reader, "/v1/claims?limit=1")
                    .expect(200);
        }
        from("127.0.0.1, 192.0.2.3", reader, "/v1/claims?limit=1").expect(429);
        from("192.0.2.3", reader, "/v1/claims?limit=1").expect(429);
        from("192.0.2.3, 192.0.2.50", reader, "/v1/claims?limit=1").expect(200);
        assertThat(from("127.0.0.1", reader, "/v1/claims?limit=1").header("RateLimit"))
                .as("no header makes a caller this machine")
                .isNotEmpty();
        from("127.0.0.1, 192.0.2.51", new Client(service.url(), "clt_key_nonsense"), "/v1/claims")
                .expect(401);
        assertThat(service.output()).contains("A credential was refused, sent from 192.0.2.51");
    }

    private static void persons(Client admin) {
        Client cora = admin.person("Cora", "editor");
        int answered = 0;
        while (from("192.0.2." + (10 + answered), cora, "/v1/claims?limit=1").status() == 200) {
            answered++; // wherever she asks from
        }
        assertThat(answered).isEqualTo(2);
        from("192.0.2.200", cora, "/v1/claims").expect(429);
        from("192.0.2.200", admin.person("Dora", "editor"), "/v1/claims").expect(200);
    }

    private static void keys(Client admin) {
        Reply made = admin.post("/v1/keys", Map.of("holder", "Feed", "role", "editor", "rateLimit", 2))
                .expect(201);
        Client feed = new Client(admin.service(), made.json().path("key").asText());
        assertThat(feed.get("/v1/claims").expect(200).header("RateLimit-Policy"))
                .isEqualTo("\"key\";q=2;w=60");
        feed.get("/v1/claims").expect(200);
        feed.get("/v1/claims").expect(429);
    }

    private static void wrong(Packaged service, Client admin) {
        Client guesser = new Client(service.url(), "clt_key_nonsense");
        for (int i = 0; i < 2; i++) {
            from("192.0.2.9", guesser, "/v1/claims").expect(401);
        }
        assertThat(from("192.0.2.9", guesser, "/v1/claims").expect(429).header("Retry-After"))
                .isNotEmpty();
        from("192.0.2.9", admin, "/v1/claims").expect(200);
        from("192.0.2.8", guesser, "/v1/claims").expect(401);
    }

    /** Events that are not there are looked for before anybody looks at the credential. */
    private static void vain(Packaged service, Client admin) {
        Client guesser = new Client(service.url(), "clt_key_nonsense");
        Map<String, String> event = Map.of("Audit-Event", "event_01k98n0b00e5ev27be852nn2n4");
        for (int i = 0; i < 2; i++) {
            from("192.0.2.7", guesser, "/v1/claims", event).expect(400);
        }
        from("192.0.2.7", guesser, "/v1/claims", event).expect(429);
        from("192.0.2.7", admin, "/v1/claims", event).expect(429);
        from("192.0.2.7", admin, "/v1/claims").expect(200);
        from("192.0.2.6", guesser, "/v1/claims", event).expect(400);
    }

    private static Reply from(String address, Client client, String path) {
        return from(address, client, path, Map.of());
    }

    private static Reply from(String address, Client client, String path, Map<String, String> others) {
        Map<String, String> headers = new HashMap<>(others);
        headers.put("X-Forwarded-For", address);
        return client.send("GET", path, null, headers);
    }
}
