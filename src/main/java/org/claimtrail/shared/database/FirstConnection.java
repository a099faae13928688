package org.claimtrail.shared.database;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.AgroalConnectionPoolConfiguration;
import io.quarkus.flyway.FlywayConfigurationCustomizer;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Duration;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/**
 * Waits longer for the database to open than anybody does later, before anything else asks for it. The pool gives a connection
 * up in the time that a request may wait for one, which is too short for the first: a large file that was left by
 * {@code kill -9} is put in order as it is opened, and on a busy machine the driver alone takes seconds to load. Where nobody
 * is to be waited for, the driver says so at once. Flyway is what asks first.
 */
@Singleton
class FirstConnection implements FlywayConfigurationCustomizer {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final AgroalDataSource pool;

    FirstConnection(AgroalDataSource pool) {
        this.pool = pool;
    }

    @Override
    public void customize(FluentConfiguration flyway) {
        open();
    }

    /** The pool keeps the connection, with which an embedded database stays open. */
    void open() {
        AgroalConnectionPoolConfiguration configuration =
                pool.getConfiguration().connectionPoolConfiguration();
        Duration ofRequests = configuration.acquisitionTimeout();
        configuration.setAcquisitionTimeout(PATIENCE);
        try {
            pool.getConnection().close();
        } catch (SQLException e) {
            throw new IllegalStateException("the database does not open", e);
        } finally {
            configuration.setAcquisitionTimeout(ofRequests);
        }
    }
}
