package org.claimtrail.access;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Optional;
import org.claimtrail.shared.http.Problem;
import org.claimtrail.shared.http.ProblemType;
import org.claimtrail.shared.start.CannotStart;
import org.eclipse.microprofile.config.Config;

/** The identity provider, as it is configured; none by default. */
@ApplicationScoped
class TokenProvider {

    private static final String SERVER = "quarkus.oidc.auth-server-url";
    private static final String ISSUER = "quarkus.oidc.token.issuer";
    private static final String AUDIENCE = "quarkus.oidc.token.audience";
    private static final String ALGORITHM = "quarkus.oidc.token.signature-algorithm";

    /** For Quarkus it switches the check off. */
    private static final String ANY = "any";

    /** Before the first key is shown. */
    private static final int EARLIER = 50;

    private final Config config;

    TokenProvider(Config config) {
        this.config = config;
    }

    /** Without an issuer and an audience any token that the provider ever signs would open this service. */
    void onStart(@Observes @Priority(EARLIER) StartupEvent started) {
        if (!isOn()) {
            return;
        }
        require(ISSUER, "QUARKUS_OIDC_TOKEN_ISSUER", "the iss of its tokens");
        require(AUDIENCE, "QUARKUS_OIDC_TOKEN_AUDIENCE", "the aud of tokens for this service");
        value(ALGORITHM).filter(name -> name.startsWith("HS")).ifPresent(name -> {
            throw new CannotStart(ALGORITHM + "=" + name + " is refused: tokens are checked with public keys alone.");
        });
    }

    boolean isOn() {
        return value(SERVER).isPresent()
                && config.getOptionalValue("quarkus.oidc.tenant-enabled", Boolean.class)
                        .orElse(true);
    }

    /** Who this is among the provider's people. */
    Login login(String subject) {
        if (!isOn()) {
            throw Problem.of(ProblemType.INVALID, "This service takes no tokens, so nobody signs in with one.")
                    .at("/subject", "no_provider", "Leave it out, or configure an identity provider.");
        }
        return new Login(value(ISSUER).orElseThrow(), subject);
    }

    private void require(String property, String variable, String meaning) {
        List<String> values = config.getOptionalValues(property, String.class).orElse(List.of());
        if (values.isEmpty() || values.stream().anyMatch(value -> value.isBlank() || value.equals(ANY))) {
            throw new CannotStart("an identity provider is configured (" + SERVER + "), so set " + property + ", too ("
                    + variable + "): " + meaning + ".");
        }
    }

    private Optional<String> value(String property) {
        return config.getOptionalValue(property, String.class).filter(value -> !value.isBlank());
    }
}
