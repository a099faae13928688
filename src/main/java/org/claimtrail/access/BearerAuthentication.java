package org.claimtrail.access;

import io.micrometer.core.instrument.Metrics;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import java.util.Set;
import org.claimtrail.shared.rate.ClientAddress;
import org.claimtrail.shared.rate.RateLimits;
import org.jboss.logging.Logger;

/** Bearer authentication (RFC 6750): with an API key, or with a token of the identity provider. */
@ApplicationScoped
class BearerAuthentication implements HttpAuthenticationMechanism {

    private static final Logger LOG = Logger.getLogger(BearerAuthentication.class);
    private static final String SCHEME = "bearer ";
    private static final String KEY = "clt_";

    /** Before Quarkus's own mechanism for tokens, which would take keys for bad tokens. */
    private static final int FIRST = HttpAuthenticationMechanism.DEFAULT_PRIORITY + 1000;

    private final TokenAuthentication tokens;
    private final RateLimits limits;
    private final ClientAddress addresses;

    BearerAuthentication(TokenAuthentication tokens, RateLimits limits, ClientAddress addresses) {
        this.tokens = tokens;
        this.limits = limits;
        this.addresses = addresses;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext request, IdentityProviderManager identities) {
        String header = request.request().getHeader("Authorization");
        if (header == null) {
            return Uni.createFrom().nullItem();
        }
        return identity(header, request, identities)
                .invoke(identity -> count(identity, request.request()))
                .onFailure(AuthenticationFailedException.class)
                .transform(wrong -> refusal(wrong, request.request()));
    }

    private Uni<SecurityIdentity> identity(String header, RoutingContext request, IdentityProviderManager identities) {
        if (!header.toLowerCase(Locale.ROOT).startsWith(SCHEME)) {
            return Uni.createFrom().failure(new AuthenticationFailedException());
        }
        String credential = header.substring(SCHEME.length()).strip();
        Uni<SecurityIdentity> identity = credential.startsWith(KEY)
                ? identities.authenticate(new KeyRequest(credential, addresses.of(request.request())))
                : tokens.authenticate(credential, request, identities);
        return identity.onFailure(AuthenticationFailedException.class).invoke(() -> failed(request));
    }

    @Override
    public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
        return Set.of(KeyRequest.class);
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext request) {
        return Uni.createFrom().item(new ChallengeData(401, "WWW-Authenticate", "Bearer"));
    }

    @Override
    public int getPriority() {
        return FIRST;
    }

    /** No event, since nobody is known. The credential is not logged: it may be one that somebody mistyped. */
    private void failed(RoutingContext request) {
        Metrics.counter("claimtrail.authentication.failed").increment();
        LOG.infof("A credential was refused, sent from %s", addresses.of(request.request()));
    }

    /** Counts the request against the key, where it has a limit of its own, or else against its holder. */
    private void count(SecurityIdentity identity, HttpServerRequest request) {
        Integer limit = identity.getAttribute(Holder.RATE_LIMIT);
        if (limit == null) {
            limits.person(request, identity.getPrincipal().getName());
        } else {
            limits.key(request, identity.<String>getAttribute(Holder.KEY), limit);
        }
    }

    private Throwable refusal(Throwable wrong, HttpServerRequest request) {
        return limits.wrong(request).<Throwable>map(problem -> problem).orElse(wrong);
    }
}
