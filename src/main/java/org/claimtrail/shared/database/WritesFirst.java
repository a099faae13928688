package org.claimtrail.shared.database;

import io.quarkus.hibernate.orm.PersistenceUnitExtension;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Provider;
import org.hibernate.Interceptor;
import org.hibernate.resource.jdbc.spi.StatementInspector;
import org.hibernate.type.Type;
import org.jspecify.annotations.Nullable;

/**
 * Sends what waits before any statement of Hibernate's, which would not find it; and ties the transaction to its connection as
 * soon as Hibernate has something to write, which it may write no sooner than at the commit. What changes in an entity it has
 * read before, by a statement.
 */
@PersistenceUnitExtension
@ApplicationScoped
class WritesFirst implements StatementInspector, Interceptor {

    private final transient Provider<Writes> writes;

    WritesFirst(Provider<Writes> writes) {
        this.writes = writes;
    }

    @Override
    public String inspect(String sql) {
        writes.get().tie();
        return sql;
    }

    @Override
    public boolean onPersist(Object entity, Object id, @Nullable Object[] state, String[] properties, Type[] types) {
        writes.get().tie();
        return false;
    }
}
