package org.claimtrail.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import org.claimtrail.support.Client;
import org.claimtrail.support.Ended;
import org.claimtrail.support.Launch;
import org.claimtrail.support.Packaged;
import org.claimtrail.support.Reply;
import org.claimtrail.support.ShownOutput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The identity provider changes its keys, goes away, comes late, or is not configured as it has to be. */
@ExtendWith(ShownOutput.class)
class OidcOutageIT {

    private static final Duration PROMPT = Duration.ofSeconds(30);

    @TempDir
    private Path folder;

    @Test
    void starts_without_the_provider_follows_it_to_another_key_and_goes_on_with_that_while_it_is_away()
            throws Exception {
        try (Provider provider = new Provider()) {
            String early = provider.token("audrey");
            provider.stop();
            try (Packaged service = SignIn.with(provider, folder).start()) {
                Client before = with(service, early);
                Reply refused = before.get("/v1/keys").expect(503);
                assertThat(refused.header("Retry-After")).isNotEmpty();
                assertThat(refused.header("Content-Type")).startsWith("application/problem+json");
                service.admin().get("/v1/keys").expect(200);

                provider.startAgain();

                OidcIT.await(200, () -> before.get("/v1/keys"));

                provider.rotate();

                Client audrey = with(service, provider.token("audrey"));
                OidcIT.await(200, () -> audrey.get("/v1/keys"));
                OidcIT.await(401, () -> before.get("/v1/keys"));
                String unknown = forged(provider, "an unknown key id");
                with(service, unknown).get("/v1/keys").expect(401);

                provider.stop();

                OidcIT.await(503, () -> with(service, unknown).get("/v1/keys"));
                audrey.get("/v1/keys").expect(200);
                service.admin().get("/v1/keys").expect(200);
                with(service, forged(provider, "expired")).get("/v1/keys").expect(401);

                provider.startAgain();

                OidcIT.await(401, () -> with(service, unknown).get("/v1/keys"));
                audrey.get("/v1/keys").expect(200);
            }
        }
    }

    @Test
    void waits_for_no_provider_that_takes_the_connection_and_says_nothing() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
                Provider provider = new Provider()) {
            String issuer = "http://127.0.0.1:" + silent.getLocalPort() + "/desk";
            try (Packaged service = SignIn.with(issuer, folder).start()) {
                String token = provider.token("audrey");
                long asked = System.nanoTime();

                with(service, token).get("/v1/keys").expect(503);

                assertThat(Duration.ofNanos(System.nanoTime() - asked)).isLessThan(PROMPT);
                service.admin().get("/v1/keys").expect(200);
            }
        }
    }

    @Test
    void says_what_is_missing_beside_the_provider() {
        Launch launch = Launch.in(folder).with("QUARKUS_OIDC_AUTH_SERVER_URL", "http://127.0.0.1:9/desk");
        String issuer = "QUARKUS_OIDC_TOKEN_ISSUER";
        String audience = "QUARKUS_OIDC_TOKEN_AUDIENCE";

        assertExplained(launch.with("QUARKUS_OIDC_AUTH_SERVER_URL", "nowhere").end(), "nowhere");
        assertExplained(launch.with(issuer, "http://127.0.0.1:9/desk").end(), audience);
    }

    private static Client with(Packaged service, String token) {
        return new Client(service.url(), token);
    }

    private static void assertExplained(Ended ended, String word) {
        assertThat(ended.code()).isNotZero();
        assertThat(ended.reasons()).as(ended.toString()).hasSize(1);
        assertThat(ended.reasons().get(0)).contains(word);
    }

    private static String forged(Provider provider, String how) throws Exception {
        return Objects.requireNonNull(new Forger(provider).all().get(how), how);
    }
}
