package org.claimtrail.access;

import io.quarkus.oidc.runtime.TenantConfigBean;
import io.quarkus.oidc.runtime.TenantConfigContext;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;
import org.jose4j.jwt.consumer.InvalidJwtException;

/**
 * Keeps the provider's public keys young. By itself Quarkus reads them again only for a token whose key it does not
 * know; a key that the provider has withdrawn would open for ever. While the provider is out of reach the keys that are
 * here go on.
 */
@ApplicationScoped
class ProviderKeys {

    private static final Logger LOG = Logger.getLogger(ProviderKeys.class);

    private final TenantConfigBean tenants;
    private final AtomicBoolean reading = new AtomicBoolean();
    private volatile long readAt = System.nanoTime() - Duration.ofDays(1).toNanos();
    private volatile boolean reachable = true;

    ProviderKeys(TenantConfigBean tenants) {
        this.tenants = tenants;
    }

    /** Whether the provider answered when it was asked last. */
    boolean areReachable() {
        return reachable;
    }

    /** Longer than this nothing waits for the provider. */
    Duration patience() {
        return tenants.getDefaultTenant().oidcConfig().connectionTimeout();
    }

    /**
     * Reads the keys if those here are too old; never fails. One request waits for it, those beside it go on with the
     * keys that are here.
     *
     * @param token the one at hand; Quarkus reads keys only on the occasion of a token
     */
    Uni<Void> refresh(String token) {
        TenantConfigContext tenant = tenants.getDefaultTenant();
        if (!tenant.ready() || !isDue(tenant) || !reading.compareAndSet(false, true)) {
            return Uni.createFrom().voidItem();
        }
        return Uni.createFrom()
                .deferred(() -> tenant.provider().refreshJwksAndVerifyJwtToken(token, false, true, null))
                .ifNoItem()
                .after(patience())
                .fail()
                .onItemOrFailure()
                .transformToUni((result, failure) -> done(failure));
    }

    private boolean isDue(TenantConfigContext tenant) {
        return System.nanoTime() - readAt
                > tenant.oidcConfig().token().forcedJwkRefreshInterval().toNanos();
    }

    /** A token that does not hold comes after the keys were read; what else fails is the reading. */
    private Uni<Void> done(Throwable failure) {
        boolean read = failure == null || failure instanceof InvalidJwtException;
        if (read != reachable) {
            LOG.warnf(
                    "The identity provider %s.",
                    read ? "answers again" : "does not answer; tokens are checked with the keys it had last");
        }
        reachable = read;
        readAt = System.nanoTime();
        reading.set(false);
        return Uni.createFrom().voidItem();
    }
}
