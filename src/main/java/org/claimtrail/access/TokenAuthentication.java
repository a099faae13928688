package org.claimtrail.access;

import io.quarkus.oidc.OIDCException;
import io.quarkus.oidc.runtime.OidcAuthenticationMechanism;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.TimeoutException;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.stream.Stream;
import org.claimtrail.shared.http.Problem;
import org.claimtrail.shared.http.ProblemType;
import org.jose4j.lang.UnresolvableKeyException;
import org.jspecify.annotations.Nullable;

/**
 * Tokens of the identity provider (OpenID Connect), checked by Quarkus. Whatever is wrong with a token is answered as a
 * bad key is; that the provider cannot be asked is answered as such.
 */
@ApplicationScoped
class TokenAuthentication {

    /** A signed token has three parts (RFC 7515 section 3.1); nothing else is worth a look. */
    private static final int DOTS = 2;

    private final TokenProvider provider;
    private final ProviderKeys keys;
    private final OidcAuthenticationMechanism quarkus;

    TokenAuthentication(TokenProvider provider, ProviderKeys keys, OidcAuthenticationMechanism quarkus) {
        this.provider = provider;
        this.keys = keys;
        this.quarkus = quarkus;
    }

    Uni<SecurityIdentity> authenticate(String token, RoutingContext request, IdentityProviderManager identities) {
        if (!provider.isOn() || token.chars().filter(c -> c == '.').count() != DOTS) {
            return Uni.createFrom().failure(new AuthenticationFailedException());
        }
        return keys.refresh(token)
                .chain(() -> quarkus.authenticate(request, identities))
                .ifNoItem()
                .after(keys.patience().multipliedBy(2))
                .fail()
                .onItem()
                .ifNull()
                .failWith(AuthenticationFailedException::new)
                .onFailure()
                .transform(this::refusal);
    }

    private Throwable refusal(Throwable failure) {
        if (has(failure, OIDCException.class)
                || has(failure, IOException.class)
                || has(failure, TimeoutException.class)
                || (has(failure, UnresolvableKeyException.class) && !keys.areReachable())) {
            return Problem.of(
                            ProblemType.UNAVAILABLE,
                            "The identity provider does not answer, so this token cannot be checked. Please repeat in a"
                                    + " moment. API keys go on working.")
                    .header("Retry-After", "10");
        }
        // Without its cause: what was wrong with the token is nobody's business.
        return failure instanceof AuthenticationFailedException ? new AuthenticationFailedException() : failure;
    }

    private static boolean has(@Nullable Throwable failure, Class<? extends Throwable> kind) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(20)
                .anyMatch(kind::isInstance);
    }
}
