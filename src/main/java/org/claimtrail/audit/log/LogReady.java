package org.claimtrail.audit.log;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Not ready for traffic while the log is halted: {@code GET /q/health/ready} says why. */
@Readiness
@ApplicationScoped
class LogReady implements HealthCheck {

    private final LogStatus status;
    private final Published published;

    LogReady(LogStatus status, Published published) {
        this.status = status;
        this.published = published;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("audit log")
                .status(status.halted().isEmpty())
                .withData("published", published.size())
                .withData("halted", status.halted().orElse("no"))
                .build();
    }
}
