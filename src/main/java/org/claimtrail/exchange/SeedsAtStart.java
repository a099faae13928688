package org.claimtrail.exchange;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.config.ConfigMapping;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.claimtrail.history.VersionReads;
import org.claimtrail.shared.database.DatabaseKind;
import org.claimtrail.shared.reader.Reader;
import org.jboss.logging.Logger;

/** Loads the seeds into an empty database, by default into the embedded one: a first start with something to look at. */
@Singleton
class SeedsAtStart {

    private static final Logger LOG = Logger.getLogger(SeedsAtStart.class);

    private final Seeds seeds;
    private final VersionReads reads;
    private final Config config;
    private final DatabaseKind database;
    private final Reader reader;

    SeedsAtStart(Seeds seeds, VersionReads reads, Config config, DatabaseKind database, Reader reader) {
        this.seeds = seeds;
        this.reads = reads;
        this.config = config;
        this.database = database;
        this.reader = reader;
    }

    void onStart(@Observes StartupEvent started) {
        if (reader.isOn()) {
            return;
        }
        if (config.seeds().orElse(database.isEmbedded()) && reads.isEmpty() && seeds.load()) {
            LOG.info("The database was empty: the seeds are loaded");
        }
    }

    /** Whether seeds are wanted. */
    @ConfigMapping(prefix = "claimtrail.exchange")
    interface Config {

        /** Whether an empty database is filled with the seeds at start; where nothing is said, the embedded one is. */
        Optional<Boolean> seeds();
    }
}
