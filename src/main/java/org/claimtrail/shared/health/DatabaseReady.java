package org.claimtrail.shared.health;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.sql.DataSource;
import org.claimtrail.shared.reader.Replication;
import org.eclipse.microprofile.context.ManagedExecutor;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.jspecify.annotations.Nullable;

/** Not ready while the database does not answer in time, or is a standby that is too far behind. What it says is for the log: it may name the account. */
@Readiness
@ApplicationScoped
class DatabaseReady implements HealthCheck {

    private static final String NAME = "database";

    private final DataSource source;
    private final ManagedExecutor executor;
    private final Duration patience;
    private final Replication replication;
    private @Nullable CompletableFuture<Optional<String>> asked;

    DatabaseReady(DataSource source, ManagedExecutor executor, Replication replication, HealthConfig config) {
        this.source = source;
        this.replication = replication;
        this.executor = executor;
        this.patience = config.databaseTimeout();
    }

    @Override
    public HealthCheckResponse call() {
        try {
            return asking().get(patience.toNanos(), TimeUnit.NANOSECONDS)
                    .map(DatabaseReady::down)
                    .orElseGet(() -> HealthCheckResponse.up(NAME));
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
    private synchronized CompletableFuture<Optional<String>> asking() {
        CompletableFuture<Optional<String>> known = asked;
        if (known == null || known.isDone()) {
            known = executor.supplyAsync(this::ask);
            asked = known;
        }
        return known;
    }

    /** What is wrong with what it holds. */
    private Optional<String> ask() {
        try (Connection connection = source.getConnection();
                PreparedStatement select = connection.prepareStatement("select 1 from log_state where id = 1")) {
            select.executeQuery().close();
            return replication.complaint(connection);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static HealthCheckResponse down(String reason) {
        return HealthCheckResponse.named(NAME).down().withData("reason", reason).build();
    }
}
