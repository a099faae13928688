package org.claimtrail.shared.database;

import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The kind of database, which is fixed when the program is packaged. For the few places where the two differ. */
@Singleton
public class DatabaseKind {

    private final boolean embedded;

    /** @param name as Quarkus calls it */
    public DatabaseKind(@ConfigProperty(name = "quarkus.datasource.db-kind", defaultValue = "") String name) {
        this.embedded = name.equals("h2");
    }

    /** H2 in this process, with this process alone; PostgreSQL otherwise. */
    public boolean isEmbedded() {
        return embedded;
    }
}
