package org.claimtrail.access;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Map;
import java.util.Optional;

/** What the claims of a token mean here. How tokens are checked is Quarkus's configuration: {@code quarkus.oidc}. */
@ConfigMapping(prefix = "claimtrail.access.oidc")
public interface TokenConfig {

    /** The claim that tells what its holder may: its name, or a path to it such as {@code realm_access/roles}. */
    @WithDefault("groups")
    String roleClaim();

    /** A role for each value of that claim; other values mean nothing. */
    Map<String, Role> roles();

    /** The claim with the id of the agent record that is this person. */
    Optional<String> agentClaim();
}
