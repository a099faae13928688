package org.claimtrail.shared.database;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.AgroalDataSource.FlushMode;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.quarkus.agroal.runtime.JdbcDriver;
import io.quarkus.arc.Unremovable;
import io.quarkus.jdbc.h2.runtime.H2AgroalConnectionConfigurer;
import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.Set;

/**
 * Tells the pool how to open the embedded database, and which of its failures end a connection; by itself it knows none of
 * those, as it knows those of PostgreSQL. H2 closes itself for all its connections when the disk fails it. A connection
 * that is tried only after it rested would never be tried while readers keep asking: the service would be out of order long
 * after there is room again.
 */
@Singleton
@Alternative
@Priority(1)
@Unremovable
@JdbcDriver("h2")
class EmbeddedConnections extends H2AgroalConnectionConfigurer {

    /** Object closed, connection broken, database closed, database closing (org.h2.api.ErrorCode). */
    private static final Set<String> FATAL = Set.of("90007", "90067", "90098", "90121");

    private final Instance<AgroalDataSource> pool;

    EmbeddedConnections(Instance<AgroalDataSource> pool) {
        this.pool = pool;
    }

    @Override
    public void setExceptionSorter(String databaseKind, AgroalDataSourceConfigurationSupplier configuration) {
        configuration.connectionPoolConfiguration().exceptionSorter(this::isFatal);
        configuration
                .connectionPoolConfiguration()
                .connectionFactoryConfiguration()
                .connectionProviderClass(EmbeddedDriver.class);
    }

    /** One that has ended has all others for company: those at rest are tried at once. */
    private boolean isFatal(SQLException failure) {
        String state = failure.getSQLState();
        boolean fatal = state != null && FATAL.contains(state);
        if (fatal) {
            pool.get().flush(FlushMode.INVALID);
        }
        return fatal;
    }
}
