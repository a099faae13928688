package org.claimtrail.access;

import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.claimtrail.shared.who.Memberships;

/** A person with what the credential at hand lets them do, as the security identity of a request. */
final class Holder {

    /** The agent record that is this person, where there is one. */
    static final String AGENT = "agent";

    /** Requests a minute, where the key has a limit of its own. */
    static final String RATE_LIMIT = "rateLimit";

    /** The id of the key, where it is one and no token. */
    static final String KEY = "key";

    private Holder() {}

    static SecurityIdentity of(Person person, Set<String> permissions) {
        return builder(person, permissions).build();
    }

    static SecurityIdentity of(ApiKey key) {
        QuarkusSecurityIdentity.Builder identity = builder(key.holder, key.permissions());
        identity.addAttribute(KEY, key.id);
        identity.addAttribute(Memberships.ATTRIBUTE, Map.copyOf(key.desks));
        Optional.ofNullable(key.rateLimit).ifPresent(limit -> identity.addAttribute(RATE_LIMIT, limit));
        return identity.build();
    }

    private static QuarkusSecurityIdentity.Builder builder(Person person, Set<String> permissions) {
        QuarkusSecurityIdentity.Builder identity = QuarkusSecurityIdentity.builder()
                .setPrincipal(new QuarkusPrincipal(person.pseudonym))
                .addRoles(permissions);
        Optional.ofNullable(person.agent).ifPresent(agent -> identity.addAttribute(AGENT, agent));
        return identity;
    }
}
