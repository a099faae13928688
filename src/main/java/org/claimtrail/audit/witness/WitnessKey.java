package org.claimtrail.audit.witness;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.Optional;
import org.claimtrail.audit.log.KeyFile;
import org.claimtrail.audit.log.LogConfig;
import org.claimtrail.audit.log.LogDatabase;
import org.claimtrail.merkle.NoteSigner;
import org.claimtrail.shared.file.DataFiles;
import org.claimtrail.shared.reader.Reader;
import org.claimtrail.shared.start.CannotStart;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The key that cosigns: one of its own, since a log's key must not be a witness's. Made at the first start as a witness. */
@ApplicationScoped
class WitnessKey {

    private static final Logger LOG = Logger.getLogger(WitnessKey.class);
    /** Before requests come. */
    private static final int EARLY = 60;

    private final WitnessConfig config;
    private final LogConfig log;
    private final LogDatabase database;
    private final Reader reader;
    private final Clock clock;

    private volatile @Nullable NoteSigner signer;

    WitnessKey(WitnessConfig config, LogConfig log, LogDatabase database, Reader reader, Clock clock) {
        this.config = config;
        this.log = log;
        this.database = database;
        this.reader = reader;
        this.clock = clock;
    }

    void onStart(@Observes @Priority(EARLY) StartupEvent starting) {
        if (!config.enabled() || reader.isOn()) { // to cosign is to write
            return;
        }
        String name = config.name()
                .orElseThrow(() -> new CannotStart("claimtrail.audit.witness.name has to name the witness."));
        Path path = log.folder().resolve(DataFiles.WITNESS_KEY);
        KeyFile file = new KeyFile(path, log.key().password());
        boolean fresh = !file.exists();
        if (fresh && database.read(WitnessTables::hasRows)) {
            throw new CannotStart("this service has cosigned as a witness, but its key is missing from " + log.folder()
                    + ". Put " + DataFiles.WITNESS_KEY
                    + " back from your backup: those who trust this witness know no other key.");
        }
        signer = open(file, path, name);
        if (fresh) {
            LOG.infof("The witness's public key, to be published: %s", signer.verifierKey());
        }
    }

    private NoteSigner open(KeyFile file, Path path, String name) {
        try {
            Files.createDirectories(log.folder());
            return file.cosigner(name, () -> clock.instant().getEpochSecond());
        } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
            throw new CannotStart("the witness's key in " + path + " cannot be used: " + e.getMessage());
        }
    }

    /** What cosigns; empty while this service is no witness. */
    Optional<NoteSigner> signer() {
        return Optional.ofNullable(signer);
    }
}
