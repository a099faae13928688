package org.claimtrail.access;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.HashMap;
import java.util.Map;
import org.claimtrail.shared.start.CannotStart;
import org.junit.jupiter.api.Test;

/** Without an issuer and an audience any token that a provider ever signs would open the service. */
class TokenProviderTest {

    private static final String ISSUER = "quarkus.oidc.token.issuer";
    private static final String AUDIENCE = "quarkus.oidc.token.audience";
    private static final Map<String, String> COMPLETE = Map.of(
            "quarkus.oidc.auth-server-url", "http://idp/desk", ISSUER, "http://idp/desk", AUDIENCE, "claimtrail");

    @Test
    void starts_with_a_provider_whose_tokens_are_told_apart() {
        assertThatCode(() -> start(COMPLETE)).doesNotThrowAnyException();
    }

    @Test
    void starts_without_a_provider() {
        assertThatCode(() -> start(Map.of(ISSUER, "any"))).doesNotThrowAnyException();
    }

    @Test
    void names_the_issuer_that_is_missing_or_any() {
        assertRefused("QUARKUS_OIDC_TOKEN_ISSUER", with(ISSUER, ""));
        assertRefused("QUARKUS_OIDC_TOKEN_ISSUER", with(ISSUER, "any"));
    }

    @Test
    void names_the_audience_that_is_missing_or_any() {
        assertRefused("QUARKUS_OIDC_TOKEN_AUDIENCE", with(AUDIENCE, ""));
        assertRefused("QUARKUS_OIDC_TOKEN_AUDIENCE", with(AUDIENCE, "claimtrail,any"));
    }

    @Test
    void refuses_secrets_in_the_place_of_public_keys() {
        assertRefused("HS256", with("quarkus.oidc.token.signature-algorithm", "HS256"));
    }

    private static Map<String, String> with(String property, String value) {
        Map<String, String> settings = new HashMap<>(COMPLETE);
        settings.put(property, value);
        return settings;
    }

    private static void assertRefused(String word, Map<String, String> settings) {
        assertThatThrownBy(() -> start(settings))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining(word);
    }

    private static void start(Map<String, String> settings) {
        new TokenProvider(new SmallRyeConfigBuilder()
                        .withSources(new PropertiesConfigSource(settings, "test", 100))
                        .build())
                .onStart(new StartupEvent());
    }
}
