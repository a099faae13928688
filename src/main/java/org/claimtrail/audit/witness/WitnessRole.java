package org.claimtrail.audit.witness;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.claimtrail.audit.log.LogConfig;
import org.claimtrail.audit.log.LogDatabase;
import org.claimtrail.audit.log.LogStatus;
import org.claimtrail.merkle.NoteSigner;
import org.claimtrail.shared.start.CannotStart;
import org.jspecify.annotations.Nullable;

/** This service as a witness, when it is configured to be one. */
@ApplicationScoped
class WitnessRole {

    /** Behind the key, before requests come. */
    private static final int EARLY = 70;

    private final WitnessConfig config;
    private final LogConfig log;
    private final WitnessKey key;
    private final LogDatabase database;
    private final LogStatus status;

    private volatile @Nullable Witness witness;

    WitnessRole(WitnessConfig config, LogConfig log, WitnessKey key, LogDatabase database, LogStatus status) {
        this.config = config;
        this.log = log;
        this.key = key;
        this.database = database;
        this.status = status;
    }

    void onStart(@Observes @Priority(EARLY) StartupEvent starting) {
        try {
            FollowedLogs logs = new FollowedLogs(config.logs().orElse(List.of()));
            Optional<NoteSigner> signer = key.signer();
            witness = signer.isPresent()
                    ? new Witness(database, new WitnessMemory(log.folder()), logs, signer.get())
                    : null;
        } catch (IllegalArgumentException e) {
            throw new CannotStart("claimtrail.audit.witness.logs cannot be used: " + e.getMessage() + ".");
        } catch (IOException e) {
            throw new CannotStart("what was cosigned as a witness cannot be read (" + e.getMessage()
                    + "). Put the file back from your backup.");
        }
    }

    /**
     * The witness; empty when this service is none. Halted, the database is older than what was shown of it, and so is what
     * it knows of other logs: to cosign by that could be to cosign a fork.
     */
    Optional<Witness> get() {
        Optional<Witness> configured = Optional.ofNullable(witness);
        if (configured.isPresent()) {
            status.requireGoing();
        }
        return configured;
    }
}
