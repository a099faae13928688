package org.claimtrail.shared.database;

import io.quarkus.hibernate.orm.PersistenceUnitExtension;
import jakarta.inject.Provider;
import org.hibernate.resource.jdbc.spi.StatementInspector;

/** Sends what waits before any statement of Hibernate's, which would not find it, on the connection that both have then. */
@PersistenceUnitExtension
class WritesFirst implements StatementInspector {

    private final transient Provider<Writes> writes;

    WritesFirst(Provider<Writes> writes) {
        this.writes = writes;
    }

    @Override
    public String inspect(String sql) {
        writes.get().tie();
        return sql;
    }
}
