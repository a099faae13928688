package org.claimtrail.shared.health;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.sql.DataSource;
import org.eclipse.microprofile.context.ManagedExecutor;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.jspecify.annotations.Nullable;

/** Not ready while the database does not answer in time. What it says is for the log: it may name the account. */
@Readiness
@ApplicationScoped
class DatabaseReady implements HealthCheck {

    private static final String NAME = "database";

    private final DataSource source;
    private final ManagedExecutor executor;
    private final Duration patience;
    private @Nullable CompletableFuture<Void> asked;

    DatabaseReady(DataSource source, ManagedExecutor executor, HealthConfig config) {
        this.source = source;
        this.executor = executor;
        this.patience = config.databaseTimeout();
    }

    @Override
    public HealthCheckResponse call() {
        try {
            asking().get(patience.toNanos(), TimeUnit.NANOSECONDS);
            return HealthCheckResponse.up(NAME);
        } catch (TimeoutException e) {
            return down("no answer within " + patience.toMillis() + " ms");
        } catch (ExecutionException e) {
            return down("refused");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return down("interrupted");
        }
    }

    /** One question at a time: who asks while another one hangs waits for the same answer. */
    private synchronized CompletableFuture<Void> asking() {
        CompletableFuture<Void> known = asked;
        if (known == null || known.isDone()) {
            known = executor.runAsync(this::ask);
            asked = known;
        }
        return known;
    }

    private void ask() {
        try (Connection connection = source.getConnection();
                PreparedStatement select = connection.prepareStatement("select 1 from log_state where id = 1")) {
            select.executeQuery().close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static HealthCheckResponse down(String reason) {
        return HealthCheckResponse.named(NAME).down().withData("reason", reason).build();
    }
}
