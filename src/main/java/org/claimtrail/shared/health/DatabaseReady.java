package org.claimtrail.shared.health;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.claimtrail.shared.reader.Replication;
import org.eclipse.microprofile.context.ManagedExecutor;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Not ready while the database does not answer in time, or is a standby that is too far behind. What it says is for the log: it may name the account. */
@Readiness
@ApplicationScoped
class DatabaseReady implements HealthCheck {

    private static final String NAME = "database";

    private final DataSource source;
    private final Replication replication;
    private final Question question;

    DatabaseReady(DataSource source, ManagedExecutor executor, Replication replication, HealthConfig config) {
        this.source = source;
        this.replication = replication;
        this.question = new Question(executor, config.databaseTimeout(), this::complaint);
    }

    @Override
    public HealthCheckResponse call() {
        return question.ask().map(DatabaseReady::down).orElseGet(() -> HealthCheckResponse.up(NAME));
    }

    /** What is wrong with what it holds. */
    private Optional<String> complaint() {
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
