package org.claimtrail.support;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/**
 * The database of each start of the service within the test's own process. {@code -Ddb=postgresql} makes it one of PostgreSQL,
 * with the roles of a newsroom; by default it is H2 in memory, which needs nothing.
 */
public final class TestDatabase implements QuarkusTestResourceLifecycleManager {

    /** Whether this run is about PostgreSQL. */
    public static boolean isPostgresql() {
        return "postgresql".equals(System.getProperty("db"));
    }

    @Override
    public Map<String, String> start() {
        if (!isPostgresql()) {
            return Map.of();
        }
        PostgresServer server = PostgresServer.shared();
        return server.settings(server.newDatabase());
    }

    @Override
    public void stop() {
        // The server stays for the next start.
    }
}
