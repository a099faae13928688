package org.claimtrail.cli;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.claimtrail.shared.start.CannotStart;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Refuses to let every site on the web ask with the credentials of whoever visits it. */
@Singleton
class CorsIsSafe {

    private static final int FIRST = 1;

    private final Optional<List<String>> origins;
    private final boolean credentials;

    CorsIsSafe(
            @ConfigProperty(name = "quarkus.http.cors.origins") Optional<List<String>> origins,
            @ConfigProperty(name = "quarkus.http.cors.access-control-allow-credentials", defaultValue = "false")
                    boolean credentials) {
        this.origins = origins;
        this.credentials = credentials;
    }

    void onStart(@Observes @Priority(FIRST) StartupEvent starting) {
        if (credentials && origins.orElse(List.of()).stream().anyMatch(CorsIsSafe::isEveryone)) {
            throw new CannotStart("QUARKUS_HTTP_CORS_ORIGINS lets every site in, and"
                    + " QUARKUS_HTTP_CORS_ACCESS_CONTROL_ALLOW_CREDENTIALS lets it act for its visitors. Name the"
                    + " sites, or do without the credentials.");
        }
    }

    /** A star, or an expression between slashes that a made-up site matches too. */
    private static boolean isEveryone(String origin) {
        boolean expression = origin.length() > 2 && origin.startsWith("/") && origin.endsWith("/");
        return origin.equals("*")
                || (expression && "https://any.invalid".matches(origin.substring(1, origin.length() - 1)));
    }
}
