package org.claimtrail.access;

import io.micrometer.core.instrument.Metrics;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.smallrye.mutiny.Uni;
import io.vertx.core.net.SocketAddress;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import java.util.Set;
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

    BearerAuthentication(TokenAuthentication tokens) {
        this.tokens = tokens;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext request, IdentityProviderManager identities) {
        String header = request.request().getHeader("Authorization");
        if (header == null) {
            return Uni.createFrom().nullItem();
        }
        if (!header.toLowerCase(Locale.ROOT).startsWith(SCHEME)) {
            return Uni.createFrom().failure(new AuthenticationFailedException());
        }
        String credential = header.substring(SCHEME.length()).strip();
        Uni<SecurityIdentity> identity = credential.startsWith(KEY)
                ? identities.authenticate(new KeyRequest(credential, address(request)))
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
    private static void failed(RoutingContext request) {
        Metrics.counter("claimtrail.authentication.failed").increment();
        LOG.infof("A credential was refused, sent from %s", address(request));
    }

    /** The client's, as Quarkus tells it: behind a proxy by the headers that it is configured to trust. */
    private static String address(RoutingContext request) {
        SocketAddress client = request.request().remoteAddress();
        String address = client == null ? null : client.hostAddress();
        if (client == null) {
            return "";
        }
        return address == null ? String.valueOf(client.host()) : address;
    }
}
