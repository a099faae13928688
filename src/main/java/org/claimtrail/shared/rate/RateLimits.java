package org.claimtrail.shared.rate;

import io.github.bucket4j.TimeMeter;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Optional;
import org.claimtrail.shared.http.Problem;
import org.claimtrail.shared.http.ProblemType;

/**
 * Counts each request against whoever sent it and tells them what is left. This machine is not counted, since its own
 * tools would be, and a proxy on it that was not declared would make all readers one; only a key's own limit holds here
 * too.
 */
@Singleton
public class RateLimits {

    private static final String VAIN = "vain ";

    private final RateLimitConfig config;
    private final ClientAddress addresses;
    private final Buckets buckets;

    @Inject
    RateLimits(RateLimitConfig config, ClientAddress addresses) {
        this(config, addresses, TimeMeter.SYSTEM_NANOTIME);
    }

    RateLimits(RateLimitConfig config, ClientAddress addresses, TimeMeter time) {
        this.config = config;
        this.addresses = addresses;
        this.buckets = new Buckets(config.callers(), time);
    }

    /**
     * Counts a request without a credential.
     *
     * @throws Problem 429 when the address has none left
     */
    void anonymous(HttpServerRequest request) {
        if (counts(request)) {
            take(request, "anonymous", addresses.network(request), config.anonymous());
        }
    }

    /**
     * Counts a request of a person.
     *
     * @throws Problem 429 when they have none left
     */
    public void person(HttpServerRequest request, String person) {
        if (counts(request)) {
            take(request, "person", person, config.person());
        }
    }

    /**
     * Counts a request with a key that has a limit of its own.
     *
     * @throws Problem 429 when the key has none left
     */
    public void key(HttpServerRequest request, String key, int quota) {
        if (config.enabled()) {
            take(request, "key", key, quota);
        }
    }

    /** Counts a wrong credential; gives the problem to answer in place of 401 once there were too many. */
    public Optional<Problem> wrong(HttpServerRequest request) {
        if (!counts(request)) {
            return Optional.empty();
        }
        Allowance allowance = buckets.take("wrong " + addresses.network(request), config.failures());
        return allowance.granted()
                ? Optional.empty()
                : Optional.of(refusal(
                        allowance, "Too many wrong credentials came from your address. A right one still passes."));
    }

    /** Whether a request may be kept waiting for what may never come: its address did not do so in vain too often. */
    public boolean mayWait(HttpServerRequest request) {
        return !counts(request) || buckets.hasAny(VAIN + addresses.network(request));
    }

    /**
     * Counts a request for what has not come, whatever credential it carries: that was not looked at yet.
     *
     * @throws Problem 429 when its address has none left
     */
    public void vain(HttpServerRequest request) {
        if (!counts(request)) {
            return;
        }
        Allowance allowance = buckets.take(VAIN + addresses.network(request), config.anonymous());
        if (!allowance.granted()) {
            throw refusal(allowance, "Too many requests for what is not here came from your address.");
        }
    }

    private boolean counts(HttpServerRequest request) {
        return config.enabled() && (config.thisMachine() || !addresses.isThisMachine(request));
    }

    private void take(HttpServerRequest request, String policy, String caller, int quota) {
        Allowance allowance = buckets.take(policy + " " + caller, quota);
        request.response()
                .putHeader("RateLimit", allowance.limit(policy))
                .putHeader("RateLimit-Policy", allowance.policy(policy));
        if (!allowance.granted()) {
            throw refusal(
                    allowance,
                    "More than the " + quota + " requests a minute that are answered to you. Please go on in "
                            + allowance.pause() + " s.");
        }
    }

    private static Problem refusal(Allowance allowance, String detail) {
        return Problem.of(ProblemType.TOO_MANY_REQUESTS, detail)
                .header(HttpHeaders.RETRY_AFTER, Long.toString(Math.max(1, allowance.pause())));
    }
}
