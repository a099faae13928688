package org.claimtrail.access;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/** An API key becomes the identity of its holder. */
@ApplicationScoped
class KeyAuthentication implements IdentityProvider<KeyRequest> {

    private final ApiKeyRepository keys;
    private final LastUses uses;
    private final Clock clock;

    KeyAuthentication(ApiKeyRepository keys, LastUses uses, Clock clock) {
        this.keys = keys;
        this.uses = uses;
        this.clock = clock;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(KeyRequest request, AuthenticationRequestContext context) {
        return context.runBlocking(() -> identity(request).orElseThrow(AuthenticationFailedException::new));
    }

    @Override
    public Class<KeyRequest> getRequestType() {
        return KeyRequest.class;
    }

    private Optional<SecurityIdentity> identity(KeyRequest request) {
        Instant at = clock.instant();
        return Credential.parse(request.key())
                .flatMap(credential -> keys.authenticated(credential, request.address(), at))
                .map(key -> {
                    uses.note(key, at);
                    return Holder.of(key);
                });
    }
}
