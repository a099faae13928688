package org.claimtrail.cli.move;

import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;

/** The scripts that make the tables of the target: those that a service would run at its start. */
final class Migrations {

    /** Held, or it would be forgotten with its level. */
    private static final Logger LOG = Logger.getLogger("org.flywaydb");

    private final Flyway flyway;

    private Migrations(Flyway flyway) {
        this.flyway = flyway;
    }

    static Migrations in(String url, Properties login) {
        LOG.setLevel(Level.SEVERE);
        return new Migrations(Flyway.configure()
                .dataSource(url, login.getProperty("user"), login.getProperty("password"))
                .locations("db/migration", "db/postgresql/migration")
                .load());
    }

    /**
     * Refuses a source that another version of this program has written.
     *
     * @param there the versions that it has
     */
    void requireSame(Set<String> there) {
        Set<String> here = new TreeSet<>();
        for (MigrationInfo script : flyway.info().all()) {
            if (script.getVersion() != null) {
                here.add(script.getVersion().toString());
            }
        }
        if (!here.containsAll(there)) {
            throw new NotMovedException("the embedded database was written by a newer version of this program. Use that"
                    + " version, or a newer one.");
        }
        if (!there.containsAll(here)) {
            throw new NotMovedException(
                    "the embedded database was written by an older version of this program. Start the"
                            + " service of this version on it once, stop it, and run this again.");
        }
    }

    void run() {
        try {
            flyway.migrate();
        } catch (FlywayException e) {
            String text = String.valueOf(e.getMessage());
            throw new NotMovedException("the target's tables cannot be made ("
                    + text.lines().filter(line -> !line.isBlank()).findFirst().orElse(text) + ")");
        }
    }
}
