package org.claimtrail.support;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.HashMap;
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
        return isPostgresql() ? settings(PostgresServer.shared()) : Map.of();
    }

    @Override
    public void stop() {
        // The server stays for the next start.
    }

    private static Map<String, String> settings(PostgresServer server) {
        Map<String, String> settings = new HashMap<>();
        settings.put("quarkus.datasource.jdbc.url", server.url(server.newDatabase()));
        settings.put("quarkus.datasource.username", PostgresServer.SERVICE);
        settings.put("quarkus.datasource.password", PostgresServer.PASSWORD);
        settings.put("quarkus.flyway.username", PostgresServer.OWNER);
        settings.put("quarkus.flyway.password", PostgresServer.PASSWORD);
        settings.put("claimtrail.audit.key.file", LogKeyFile.made().toString());
        settings.put("claimtrail.exchange.seeds", "true");
        return settings;
    }
}
