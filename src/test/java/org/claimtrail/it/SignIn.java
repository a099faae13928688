package org.claimtrail.it;

import java.nio.file.Path;
import java.util.Map;
import org.claimtrail.support.Launch;

/** The settings that connect a service with a provider, as an administrator would write them. */
final class SignIn {

    private static final Map<String, String> ROLES =
            Map.of("writers", "contributor", "editors", "editor", "auditors", "auditor", "admins", "admin");

    private SignIn() {}

    static Launch with(Provider provider, Path folder) {
        return with(provider.issuer(), folder);
    }

    static Launch with(String issuer, Path folder) {
        Launch launch = Launch.in(folder)
                .with("QUARKUS_OIDC_AUTH_SERVER_URL", issuer)
                .with("QUARKUS_OIDC_TOKEN_ISSUER", issuer)
                .with("QUARKUS_OIDC_TOKEN_AUDIENCE", Provider.AUDIENCE)
                .with("QUARKUS_OIDC_TOKEN_FORCED_JWK_REFRESH_INTERVAL", "1S")
                .with("CLAIMTRAIL_ACCESS_OIDC_ROLE_CLAIM", "realm_access/roles");
        for (Map.Entry<String, String> role : ROLES.entrySet()) {
            launch = launch.option("-Dclaimtrail.access.oidc.roles.\"" + role.getKey() + "\"=" + role.getValue());
        }
        return launch;
    }
}
