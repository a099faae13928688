package org.claimtrail.support;

import java.nio.file.Path;
import java.util.Map;

/** The databases that the packaged program is built for. */
public enum Database {
    /** Embedded: lies in the folder that the program is started in. */
    H2 {
        @Override
        public Map<String, String> environment() {
            return Map.of();
        }

        // Another one can be named with -Dclaimtrail.it.jar.
        @Override
        Path program() {
            return Path.of(System.getProperty("claimtrail.it.jar", "target/quarkus-app/quarkus-run.jar"))
                    .toAbsolutePath();
        }
    },

    /** A server: the one that all tests share. */
    POSTGRESQL {
        @Override
        public Map<String, String> environment() {
            PostgresServer server = PostgresServer.shared();
            return server.environment(server.newDatabase());
        }

        // Another one can be named with -Dclaimtrail.it.postgresql.jar.
        @Override
        Path program() {
            return Path.of(System.getProperty(
                            "claimtrail.it.postgresql.jar", "target/postgresql/quarkus-app/quarkus-run.jar"))
                    .toAbsolutePath();
        }
    };

    /** The environment in which the program uses an empty one of these. */
    public abstract Map<String, String> environment();

    abstract Path program();
}
